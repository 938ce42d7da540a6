-- The event inputs of one scenario.
scenario_event_id in (
    select event_types.scenario_event_id
    from stg_scenario_event as event_types
    where event_types.scenario_id = :scenario
)
