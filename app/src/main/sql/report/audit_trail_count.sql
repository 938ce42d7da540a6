-- One row: how many events match, on all pages together.
select count(*) as event_count
from view_scenario_audit_trail as audit_trail
where
    audit_trail.scenario_key = :scenario_key
    and (:from_time::timestamptz is null or audit_trail.event_timestamp >= :from_time::timestamptz)
    and (:until_time::timestamptz is null or audit_trail.event_timestamp < :until_time::timestamptz)
    and (:event_types::text[] is null or audit_trail.event_type = any(:event_types::text[]))
