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
inner join dim_problem as problem
    on problem_target(asked.problem_key) = problem.problem_key
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
