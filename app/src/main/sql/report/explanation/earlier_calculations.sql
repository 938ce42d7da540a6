-- One row per calculation of nodes asked for in the failed runs of a scenario between two times, the newest 10 of these runs: what
-- passed there passed with what stood then.
with runs as (
    select
        run.run_id,
        run.run_started_at
    from fact_scenario_run as run
    where
        run.scenario_key = :scenario_key
        and run.run_outcome in ('failed', 'timeout')
        and (run.run_started_at, run.run_id) < (:started_at::timestamptz, :run_id::uuid)
        and run.run_started_at > coalesce(:from_time::timestamptz, '-infinity')
    order by
        run.run_started_at desc,
        run.run_id desc
    limit 10
)

select
    runs.run_id,
    node.node_id,
    coalesce(calculation.event_tag, left(calculation.branch_id::text, 8)) as branch,
    calculation.calc_outcome,
    pattern.fingerprint,
    runs.run_started_at
from runs
inner join fact_node_calc_detail as calculation
    on
        runs.run_id = calculation.run_id
        and calculation.scenario_key = :scenario_key
        and calculation.calc_outcome in ('success', 'failed', 'timeout')
inner join dim_node as node
    on
        calculation.node_key = node.node_key
        and node.node_id = any(:node_ids::uuid[])
left join dim_error_pattern as pattern
    on calculation.error_pattern_key = pattern.error_pattern_key
order by
    runs.run_started_at,
    runs.run_id,
    node.node_id,
    branch
limit :row_limit
