-- step: adds view_scenario_audit_trail
-- One row per event: those the warehouse does not have yet, in the order of time, by which they are looked up over all scenarios.
insert into view_scenario_audit_trail (
    audit_key, scenario_key, scenario_id, node_key, run_id, correlation_id, event_type, event_category,
    user_id, event_description, event_metadata, event_timestamp
)
select candidate.*
from audit_candidate as candidate
where not exists (
    select
    from view_scenario_audit_trail as known
    where known.scenario_key = candidate.scenario_key
        and known.audit_key = candidate.audit_key
)
order by candidate.event_timestamp
