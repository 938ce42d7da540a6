-- What people have done about the stale problems and not taken back, the oldest first; with the time of the release named. What
-- was done about a problem whose runs another diagnosis has moved holds for the one they moved to.
with concerned as (
    select
        stale_problem.problem_key,
        stale_problem.problem_key as acted_on_key
    from stale_problem
    union
    select
        stale_problem.problem_key,
        merges.problem_key as acted_on_key
    from fact_problem_action as merges
    inner join stale_problem
        on stale_problem.problem_key = problem_target(merges.problem_key)
    where merges.action_type = 'merge'
        and merges.acted_by = 'diagnosis'
        and not exists (
            select
            from fact_problem_action as undoing
            where undoing.undoes_action_id = merges.action_id
        )
)

select
    concerned.problem_key,
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
from concerned
inner join fact_problem_action as acts
    on acts.problem_key = concerned.acted_on_key
where acts.action_type <> 'undo'
    and not exists (
        select
        from fact_problem_action as undoing
        where undoing.undoes_action_id = acts.action_id
    )
order by
    concerned.problem_key,
    acts.acted_at,
    acts.problem_action_key
