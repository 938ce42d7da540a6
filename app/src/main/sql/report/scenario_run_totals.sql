-- One row: the runs of a scenario, counted by outcome.
with counted_runs as (
    select
        count(*) as total_runs,
        count(*) filter (where run.run_outcome = 'success') as successful_runs,
        count(*) filter (where run.run_outcome = 'failed') as failed_runs,
        count(*) filter (where run.run_outcome = 'timeout') as timeout_runs,
        coalesce(sum(run.node_calc_failed + run.node_calc_timeout), 0)::bigint as total_node_failures
    from fact_scenario_run as run
    where run.scenario_key = :scenario_key
)

select
    counted_runs.total_runs,
    counted_runs.successful_runs,
    counted_runs.failed_runs,
    counted_runs.timeout_runs,
    round(
        100.0 * counted_runs.successful_runs
        / nullif(counted_runs.successful_runs + counted_runs.failed_runs + counted_runs.timeout_runs, 0),
        2
    ) as success_rate,
    counted_runs.total_node_failures
from counted_runs
