-- One row per version of a node's input in other scenarios, and of its own up to a time, the newest of each node: what such an
-- input usually keeps to.
select
    nodes.node_key,
    version.input_data
from unnest(:node_keys::int[]) as nodes (node_key)
cross join lateral (
    select change.input_data
    from fact_scenario_input_change as change
    where
        change.node_key = nodes.node_key
        and (change.scenario_key <> :scenario_key or change.changed_at <= :own_until::timestamptz)
        and change.changed_at < :started_at::timestamptz
        and not change.is_duplicate
        and pg_column_size(change.input_data) <= 8192
    order by change.changed_at desc
    limit :version_limit
) as version
