-- step: mends view_scenario_audit_trail
-- Events that the warehouse has otherwise. Repeating it is harmless: only what differs is written.
update view_scenario_audit_trail as known
set
    correlation_id = candidate.correlation_id,
    event_category = candidate.event_category,
    user_id = candidate.user_id,
    event_description = candidate.event_description,
    event_metadata = candidate.event_metadata,
    event_timestamp = candidate.event_timestamp,
    loaded_at = now()
from audit_candidate as candidate
where known.scenario_key = candidate.scenario_key
    and known.audit_key = candidate.audit_key
    and (
        known.correlation_id, known.event_category, known.user_id, known.event_description,
        known.event_metadata, known.event_timestamp
    ) is distinct from (
        candidate.correlation_id, candidate.event_category, candidate.user_id, candidate.event_description,
        candidate.event_metadata, candidate.event_timestamp
    )
