select
    versions.event_data_id::text as id,
    (versions.changed_at at time zone 'UTC')::date as day,
    concat_ws(
        '|', scenarios.scenario_id, event_types.event_type_id, versions.new_input_hash,
        extract(epoch from versions.changed_at), extract(epoch from versions.ended_at)
    ) as content
from fact_event_input_change as versions
inner join dim_scenario as scenarios
    on scenarios.scenario_key = versions.scenario_key
inner join dim_event_type as event_types
    on event_types.event_type_key = versions.event_type_key
