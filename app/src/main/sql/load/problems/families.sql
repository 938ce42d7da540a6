-- The runs to place; those that failed of the same error within three days of one of them, or of nothing said at the same node
-- within hours; and, for outages, those that failed of anything within hours, which stay where they are.
with spans as (
    select
        run_root.problem_kind,
        run_root.root_fingerprint,
        run_root.model_key,
        min(run_root.run_started_at) as from_time,
        max(run_root.run_started_at) as until_time
    from run_root
    group by
        run_root.problem_kind,
        run_root.root_fingerprint,
        run_root.model_key
),

relatives as (
    select
        known.scenario_key,
        known.run_id,
        false as is_settled
    from spans
    inner join fact_problem_run as known
        on known.root_fingerprint = spans.root_fingerprint
        and known.run_started_at between spans.from_time - interval '72 hours' and spans.until_time + interval '72 hours'
        and known.problem_kind = spans.problem_kind
        and (known.model_key = spans.model_key or known.root_fingerprint <> '')
    union
    select
        known.scenario_key,
        known.run_id,
        true as is_settled
    from run_root
    inner join fact_problem_run as known
        on known.run_started_at between run_root.run_started_at - interval '6 hours'
        and run_root.run_started_at + interval '6 hours'
        and known.problem_kind = 'failure'
    where run_root.problem_kind = 'failure'
)

select
    run_root.run_id,
    run_root.scenario_key,
    run_root.problem_kind,
    run_root.verdict_class,
    run_root.root_fingerprint,
    run_root.node_name,
    run_root.model_key,
    run_root.run_started_at,
    dim_problem.problem_class as home_class,
    dim_problem.root_fingerprint as home_identity,
    dim_problem.node_name as home_node,
    false as is_settled
from run_root
left join fact_problem_run as known
    on known.scenario_key = run_root.scenario_key
    and known.run_id = run_root.run_id
left join dim_problem
    on dim_problem.problem_key = known.problem_key
union all
select
    known.run_id,
    known.scenario_key,
    known.problem_kind,
    known.verdict_class,
    known.root_fingerprint,
    known.node_name,
    known.model_key,
    known.run_started_at,
    dim_problem.problem_class as home_class,
    dim_problem.root_fingerprint as home_identity,
    dim_problem.node_name as home_node,
    bool_and(relatives.is_settled) as is_settled
from relatives
inner join fact_problem_run as known
    on known.scenario_key = relatives.scenario_key
    and known.run_id = relatives.run_id
inner join dim_problem
    on dim_problem.problem_key = known.problem_key
where not exists (select from unplaced_run where unplaced_run.run_id = known.run_id)
group by
    known.scenario_key,
    known.run_id,
    dim_problem.problem_key
