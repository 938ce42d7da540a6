-- One row per act on a problem and on those merged into it, the newest first.
select
    act.action_id,
    act.action_type,
    act.acted_by,
    act.note,
    act.argument,
    act.run_limit,
    act.undoes_action_id,
    act.until_at,
    act.acted_at,
    exists (
        select
        from fact_problem_action as undoing
        where undoing.undoes_action_id = act.action_id
    ) as is_undone
from fact_problem_action as act
where
    act.problem_key in (
        with recursive merged (problem_key) as (
            select :problem_key::int
            union
            select problem.problem_key
            from merged
            inner join dim_problem as problem
                on problem.merged_into_key = merged.problem_key
        )

        select merged.problem_key
        from merged
    )
order by
    act.acted_at desc,
    act.problem_action_key desc
limit :row_limit
