-- One row per scenario that matches, the newest first, after the one the cursor names, with how its runs go.
-- plan: anew
with matching_scenarios as (
    select
        scenario.scenario_key,
        scenario.scenario_id,
        scenario.scenario_name,
        scenario.current_status,
        scenario.region_name,
        scenario.country_name,
        scenario.currency,
        scenario.is_starter,
        scenario.created_at,
        scenario.updated_at,
        model.model_id,
        case when model.model_key > 0 then model.model_name end as model_name,
        model.therapeutic_area,
        model.disease_area,
        case when cycle.forecast_cycle_key > 0 then cycle.cycle_name end as cycle_name,
        nullif(person.user_id, '') as created_by
    from dim_scenario as scenario
    inner join dim_model as model
        on scenario.model_key = model.model_key
    inner join dim_forecast_cycle as cycle
        on scenario.forecast_cycle_key = cycle.forecast_cycle_key
    inner join dim_user as person
        on scenario.created_by_user_key = person.user_key
    where
        scenario.scenario_key > 0
        and (:status::text is null or lower(scenario.current_status) = lower(:status::text))
        and (:model_id::uuid is null or model.model_id = :model_id::uuid)
        and (:created_by::text is null or person.user_id = :created_by::text)
        and (:therapeutic_area::text is null or model.therapeutic_area = :therapeutic_area::text)
        and (:disease_area::text is null or model.disease_area = :disease_area::text)
        and (:q::text is null or strpos(lower(scenario.scenario_name), lower(:q::text)) > 0)
        and (
            :after_time::timestamptz is null
            or (coalesce(scenario.created_at, 'epoch'), scenario.scenario_id)
            < (:after_time::timestamptz, :after_id::uuid)
        )
    order by
        coalesce(scenario.created_at, 'epoch') desc,
        scenario.scenario_id desc
    limit :row_limit
)

select
    matching_scenarios.*,
    totals.run_count,
    round(
        100.0 * totals.successful_runs / nullif(totals.successful_runs + totals.failed_runs + totals.timeout_runs, 0), 2
    ) as success_rate,
    streak.failure_streak,
    last_run.run_id as last_run_id,
    last_run.run_outcome as last_run_outcome,
    last_run.run_started_at as last_run_at,
    lower(case :sort::text
        when 'scenario' then matching_scenarios.scenario_name
        when 'model' then matching_scenarios.model_name
        when 'owner' then matching_scenarios.created_by
        when 'status' then matching_scenarios.current_status
    end) as sort_text,
    case :sort::text
        when 'runs' then totals.run_count
        when 'success' then
            1.0 * totals.successful_runs
            / nullif(totals.successful_runs + totals.failed_runs + totals.timeout_runs, 0)
        when 'streak' then streak.failure_streak
    end as sort_number,
    case :sort::text when 'last_run' then last_run.run_started_at end as sort_time,
    matching_scenarios.scenario_id as sort_id
from matching_scenarios
cross join lateral (
    select
        count(*) as run_count,
        count(*) filter (where run.run_outcome = 'success') as successful_runs,
        count(*) filter (where run.run_outcome = 'failed') as failed_runs,
        count(*) filter (where run.run_outcome = 'timeout') as timeout_runs,
        max(run.run_started_at) filter (where run.run_outcome = 'success') as last_success_at
    from fact_scenario_run as run
    where run.scenario_key = matching_scenarios.scenario_key
) as totals
cross join lateral (
    select count(*) as failure_streak
    from fact_scenario_run as run
    where
        run.scenario_key = matching_scenarios.scenario_key
        and run.run_outcome in ('failed', 'timeout')
        and run.run_started_at > coalesce(totals.last_success_at, '-infinity')
) as streak
left join lateral (
    select
        run.run_id,
        run.run_outcome,
        run.run_started_at
    from fact_scenario_run as run
    where run.scenario_key = matching_scenarios.scenario_key
    order by
        run.run_started_at desc,
        run.run_id desc
    limit 1
) as last_run
    on true
order by
    coalesce(matching_scenarios.created_at, 'epoch') desc,
    matching_scenarios.scenario_id desc
