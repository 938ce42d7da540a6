-- One row per thing a user did.
select
    audited.action_type || ' ' || audited.target_entity_id || ' ' || extract(epoch from audited.action_timestamp) as row_id,
    (audited.action_timestamp at time zone 'UTC')::date as day,
    sha256(record_send(row(
        audited.user_key, audited.scenario_key, audited.action_type, audited.action_category,
        audited.target_entity_type, audited.target_entity_id, audited.correlation_id, audited.request_endpoint,
        audited.http_method, audited.error_message, audited.request_duration_ms, audited.success,
        audited.action_details, audited.action_timestamp
    ))) as row_hash
from :rows as audited
