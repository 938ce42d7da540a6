-- One row: the runs of a scenario, counted by outcome.
select
    count(*) as total_runs,
    count(*) filter (where run.run_outcome = 'success') as successful_runs,
    count(*) filter (where run.run_outcome = 'failed') as failed_runs,
    count(*) filter (where run.run_outcome = 'timeout') as timeout_runs,
    coalesce(sum(run.node_calc_failed + run.node_calc_timeout), 0)::bigint as total_node_failures
from fact_scenario_run as run
where run.scenario_key = :scenario_key
