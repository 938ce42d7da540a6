-- step: writes dim_scenario, one row per stg_scenario
-- One row per scenario, as last seen. Repeating it is harmless: only what differs is written.
with candidate as (
    select
        scenarios.scenario_id,
        coalesce(models.model_key, -1) as model_key,
        coalesce(cycles.forecast_cycle_key, -1) as forecast_cycle_key,
        coalesce(users.user_key, -1) as created_by_user_key,
        scenarios.core_scenario_id,
        models.therapeutic_area,
        scenarios.scenario_name,
        scenarios.current_status,
        scenarios.region_name,
        scenarios.country_name,
        scenarios.currency,
        scenarios.start_year as scenario_start_year,
        scenarios.end_year as scenario_end_year,
        scenarios.is_starter,
        scenarios.created_at,
        scenarios.updated_at
    from stg_scenario as scenarios
    left join dim_model as models
        on models.model_id = scenarios.model_id
    left join dim_forecast_cycle as cycles
        on cycles.forecast_init_id = scenarios.cycle_id
    left join dim_user as users
        on users.user_id = scenarios.created_by
)

insert into dim_scenario (
    scenario_id, model_key, forecast_cycle_key, created_by_user_key, core_scenario_id, therapeutic_area,
    scenario_name, current_status, region_name, country_name, currency, scenario_start_year, scenario_end_year,
    is_starter,
    created_at, updated_at
)
select candidate.*
from candidate
left join dim_scenario as known
    on known.scenario_id = candidate.scenario_id
where known.scenario_id is null
    or (
        known.model_key, known.forecast_cycle_key, known.created_by_user_key, known.core_scenario_id,
        known.therapeutic_area, known.scenario_name, known.current_status, known.region_name, known.country_name,
        known.currency,
        known.scenario_start_year, known.scenario_end_year, known.is_starter, known.created_at, known.updated_at
    ) is distinct from (
        candidate.model_key, candidate.forecast_cycle_key, candidate.created_by_user_key,
        candidate.core_scenario_id, candidate.therapeutic_area, candidate.scenario_name,
        candidate.current_status, candidate.region_name,
        candidate.country_name, candidate.currency, candidate.scenario_start_year, candidate.scenario_end_year,
        candidate.is_starter, candidate.created_at, candidate.updated_at
    )
on conflict (scenario_id) do update set
    model_key = excluded.model_key,
    forecast_cycle_key = excluded.forecast_cycle_key,
    created_by_user_key = excluded.created_by_user_key,
    core_scenario_id = excluded.core_scenario_id,
    therapeutic_area = excluded.therapeutic_area,
    scenario_name = excluded.scenario_name,
    current_status = excluded.current_status,
    region_name = excluded.region_name,
    country_name = excluded.country_name,
    currency = excluded.currency,
    scenario_start_year = excluded.scenario_start_year,
    scenario_end_year = excluded.scenario_end_year,
    is_starter = excluded.is_starter,
    created_at = excluded.created_at,
    updated_at = excluded.updated_at,
    loaded_at = now()
