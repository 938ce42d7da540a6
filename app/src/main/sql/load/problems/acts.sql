-- What people have done about the stale problems and not taken back, the oldest first; with the time of the release named.
select
    acts.problem_key,
    acts.action_type,
    acts.acted_by,
    acts.argument,
    acts.run_limit,
    acts.until_at,
    acts.acted_at,
    (
        select min(dim_release.released_at)
        from dim_release
        where acts.action_type = 'resolve'
            and dim_release.release_name = acts.argument
    ) as released_at
from stale_problem
inner join fact_problem_action as acts
    on acts.problem_key = stale_problem.problem_key
where acts.action_type <> 'undo'
    and not exists (
        select
        from fact_problem_action as undoing
        where undoing.undoes_action_id = acts.action_id
    )
order by
    acts.problem_key,
    acts.acted_at,
    acts.problem_action_key
