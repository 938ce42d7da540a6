-- One row per input version.
select
    audited.node_data_id::text as row_id,
    (audited.changed_at at time zone 'UTC')::date as day,
    sha256(record_send(row(
        audited.node_data_id, audited.scenario_key, audited.node_key, audited.changed_by_user_key,
        audited.run_id_before, audited.run_id_after, audited.correlation_id, audited.change_source,
        audited.previous_input_hash, audited.new_input_hash, audited.change_sequence, audited.is_duplicate,
        audited.is_initial, audited.is_validated, audited.input_diff_summary, audited.input_data,
        audited.validation_message, audited.changed_at, audited.ended_at
    ))) as row_hash
from :rows as audited
