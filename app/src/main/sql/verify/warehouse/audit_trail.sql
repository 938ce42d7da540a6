select
    events.audit_key as id,
    (events.event_timestamp at time zone 'UTC')::date as day,
    '' as content
from view_scenario_audit_trail as events
where events.event_type in ('input_change', 'event_change', 'run_started', 'run_completed')
