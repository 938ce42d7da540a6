-- One row per version of an event's input.
-- spelling: event_shares_overridden for evented_shares_overridden
select
    versions.id as event_input_id,
    versions.scenario_event_type_id as scenario_event_id,
    versions.population_node_id,
    versions.parent_product_node_id as product_node_id,
    versions.event_data_hash as input_hash,
    versions.event_data,
    versions.evented_shares_overridden as overridden_shares,
    versions.is_overridden,
    versions.is_validated,
    versions.created_by,
    versions.created_req_id as correlation_id,
    versions.created_at,
    versions.end_at as ended_at
from fc_scenario_event_data as versions
