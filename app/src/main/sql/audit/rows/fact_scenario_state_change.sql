-- One row per lifecycle transition.
select
    audited.transition_type || ' ' || audited.scenario_id || ' ' || extract(epoch from audited.changed_at) as row_id,
    (audited.changed_at at time zone 'UTC')::date as day,
    sha256(record_send(row(
        audited.scenario_id, audited.scenario_key, audited.changed_by_user_key, audited.transition_type,
        audited.previous_status, audited.new_status, audited.change_reason, audited.correlation_id, audited.metadata,
        audited.changed_at
    ))) as row_hash
from :rows as audited
