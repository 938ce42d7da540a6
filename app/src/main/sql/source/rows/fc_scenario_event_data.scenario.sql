-- The event inputs of one scenario.
scenario_event_type_id in (
    select event_types.id
    from fc_scenario_event_type as event_types
    where event_types.scenario_id = :scenario
)
