-- One row per event of the audit trail, with when we wrote it.
select
    audited.audit_key || ' ' || audited.scenario_id as row_id,
    (audited.event_timestamp at time zone 'UTC')::date as day,
    sha256(record_send(row(
        audited.audit_key, audited.scenario_key, audited.scenario_id, audited.node_key, audited.run_id,
        audited.correlation_id, audited.event_type, audited.event_category, audited.user_id,
        audited.event_description, audited.event_metadata, audited.event_timestamp, audited.loaded_at
    ))) as row_hash
from :rows as audited
