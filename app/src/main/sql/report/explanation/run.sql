-- One row: the run to be explained, with the keys the other questions need. Its error pattern is its own; where it has
-- none, that of its earliest failed calculation.
select
    run.run_id,
    run.scenario_key,
    run.model_key,
    run.forecast_cycle_key,
    run.branch_count,
    run.node_calc_failed + run.node_calc_timeout as node_failures,
    run.input_snapshot_hash,
    pattern.error_pattern_key,
    pattern.fingerprint,
    pattern.first_seen_at,
    scenario.scenario_id,
    coalesce(scenario.core_scenario_id, scenario.scenario_id) as lineage_id,
    coalesce(scenario.scenario_name, '') as scenario_name,
    coalesce(model.model_name, '') as model_name,
    person.user_id as started_by,
    run.run_outcome,
    run.fail_reason,
    run.error_category,
    run.correlation_id,
    run.duration_seconds,
    run.node_calc_total,
    run.run_started_at,
    run.run_ended_at
from fact_scenario_run as run
inner join dim_scenario as scenario
    on run.scenario_key = scenario.scenario_key
inner join dim_model as model
    on run.model_key = model.model_key
inner join dim_user as person
    on run.run_by_user_key = person.user_key
left join lateral (
    select calculation.error_pattern_key
    from fact_node_calc_detail as calculation
    where
        calculation.run_id = run.run_id
        and calculation.scenario_key = run.scenario_key
        and calculation.calc_outcome in ('failed', 'timeout')
        and calculation.error_pattern_key is not null
    order by
        coalesce(calculation.ended_at, calculation.updated_at, calculation.created_at),
        calculation.calc_id
    limit 1
) as first_failure
    on run.error_pattern_key is null
left join dim_error_pattern as pattern
    on coalesce(run.error_pattern_key, first_failure.error_pattern_key) = pattern.error_pattern_key
where run.run_id = :run_id
order by run.scenario_key desc
limit 1
