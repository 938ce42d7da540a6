-- One row: the run of this id, if we know it.
select
    run.run_id,
    run.scenario_key,
    scenario.scenario_id,
    scenario.scenario_name,
    nullif(person.user_id, '') as run_by,
    run.run_status as status,
    run.run_outcome as outcome,
    run.fail_reason,
    run.error_category,
    pattern.fingerprint,
    run.correlation_id,
    run.input_snapshot_hash,
    run.duration_seconds,
    run.node_calc_total,
    run.node_calc_failed + run.node_calc_timeout as node_failures,
    run.run_started_at as started_at,
    run.run_ended_at as ended_at
from fact_scenario_run as run
inner join dim_scenario as scenario
    on run.scenario_key = scenario.scenario_key
inner join dim_user as person
    on run.run_by_user_key = person.user_key
left join dim_error_pattern as pattern
    on run.error_pattern_key = pattern.error_pattern_key
where run.run_id = :run_id
