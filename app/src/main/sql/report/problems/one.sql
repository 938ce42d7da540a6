-- One row: a problem the viewer sees, by its id or the id's first digits; of a merged one the problem that is left of it.
select
    problem.problem_key,
    problem.problem_id,
    problem.problem_kind as kind,
    problem.problem_class,
    problem.node_name,
    problem.owner_name as owner,
    problem.resolved_by,
    problem.resolved_in_release,
    problem.ignored_until,
    problem.root_fingerprint
from dim_problem as asked
inner join lateral (
    with recursive chain (problem_key, merged_into_key) as (
        select
            asked.problem_key,
            asked.merged_into_key
        union
        select
            target.problem_key,
            target.merged_into_key
        from chain
        inner join dim_problem as target
            on target.problem_key = chain.merged_into_key
    )

    select chain.problem_key
    from chain
    where chain.merged_into_key is null
) as left_over
    on true
inner join dim_problem as problem
    on left_over.problem_key = problem.problem_key
where
    asked.problem_id = :problem_id
    or (
        length(:problem_id) >= 4
        and starts_with(asked.problem_id, :problem_id)
    )
order by
    asked.problem_id = :problem_id desc,
    asked.problem_id
limit 1
