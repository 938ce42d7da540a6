-- One row per event in the life of a scenario, oldest first, after the one the cursor names.
select
    audit_trail.audit_key,
    audit_trail.event_type,
    audit_trail.event_category as category,
    audit_trail.user_id as "user",
    audit_trail.event_description as description,
    audit_trail.correlation_id,
    audit_trail.run_id,
    node.node_name,
    audit_trail.event_metadata as metadata,
    audit_trail.event_timestamp as timestamp
from view_scenario_audit_trail as audit_trail
left join dim_node as node
    on audit_trail.node_key = node.node_key
where
    audit_trail.scenario_key = :scenario_key
    and (:from_time::timestamptz is null or audit_trail.event_timestamp >= :from_time::timestamptz)
    and (:until_time::timestamptz is null or audit_trail.event_timestamp < :until_time::timestamptz)
    and (:event_types::text[] is null or audit_trail.event_type = any(:event_types::text[]))
    and (
        :after_time::timestamptz is null
        or (audit_trail.event_timestamp, audit_trail.audit_key) > (:after_time::timestamptz, :after_key::text)
    )
order by
    audit_trail.event_timestamp,
    audit_trail.audit_key
limit :row_limit
