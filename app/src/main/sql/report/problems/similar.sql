-- Problems that say the same elsewhere, or strike the same node in another way; those seen last first.
select
    problem.problem_id,
    problem.problem_kind as kind,
    problem.problem_class,
    problem.node_name,
    coalesce(problem.blamed_input, '') as blamed_input,
    coalesce(pattern.pattern, '') as message,
    problem_state(
        problem.is_open, problem.episode_count, problem.first_seen_at, problem.ignored_until, :at_time::timestamptz
    ) as state,
    struck.run_count,
    struck.last_seen_at
from dim_problem as asked
inner join dim_problem as problem
    on problem.problem_key <> asked.problem_key
    and problem.merged_into_key is null
    and (
        (problem.root_fingerprint = asked.root_fingerprint and asked.root_fingerprint <> '')
        or (problem.node_name = asked.node_name and asked.node_name <> '')
    )
left join dim_error_pattern as pattern
    on problem.root_fingerprint = pattern.fingerprint
inner join lateral (
    select
        count(*) as run_count,
        max(run.run_started_at) as last_seen_at
    from fact_scenario_run as run
    where run.problem_key = problem.problem_key
) as struck
    on struck.run_count > 0
where asked.problem_key = :problem_key
order by
    struck.last_seen_at desc,
    problem.problem_id
limit :row_limit
