-- One row: a scenario, what it belongs to and how its runs went, if we know it.
select
    scenario.scenario_id,
    scenario.scenario_name,
    scenario.current_status,
    scenario.region_name,
    scenario.country_name,
    scenario.currency,
    scenario.scenario_start_year as start_year,
    scenario.scenario_end_year as end_year,
    scenario.is_starter,
    model.model_id,
    case when model.model_key > 0 then model.model_name end as model_name,
    model.therapeutic_area,
    model.disease_area,
    case when cycle.forecast_cycle_key > 0 then cycle.cycle_name end as cycle_name,
    nullif(person.user_id, '') as created_by,
    scenario.created_at
from dim_scenario as scenario
inner join dim_model as model
    on scenario.model_key = model.model_key
inner join dim_forecast_cycle as cycle
    on scenario.forecast_cycle_key = cycle.forecast_cycle_key
inner join dim_user as person
    on scenario.created_by_user_key = person.user_key
where
    scenario.scenario_id = :scenario_id
    and scenario.scenario_key > 0
