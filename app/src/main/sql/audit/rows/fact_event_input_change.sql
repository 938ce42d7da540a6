-- One row per version of an event's input.
select
    audited.event_data_id::text as row_id,
    (audited.changed_at at time zone 'UTC')::date as day,
    sha256(record_send(row(
        audited.event_data_id, audited.scenario_key, audited.event_type_key, audited.changed_by_user_key,
        audited.scenario_event_type_id, audited.population_node_id, audited.product_node_id, audited.correlation_id,
        audited.previous_input_hash, audited.new_input_hash, audited.change_sequence, audited.is_duplicate,
        audited.is_overridden, audited.is_validated, audited.input_diff_summary, audited.event_data,
        audited.overridden_shares, audited.changed_at, audited.ended_at
    ))) as row_hash
from :rows as audited
