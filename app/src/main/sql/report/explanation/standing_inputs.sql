-- One row per node asked for that has an input in a scenario: what stood there at a time. Larger ones are left out.
select
    node.node_id,
    standing.input_data
from dim_node as node
inner join lateral (
    select version.input_data
    from fact_scenario_input_change as version
    where
        version.scenario_key = :scenario_key
        and version.node_key = node.node_key
        and version.changed_at <= :started_at::timestamptz
    order by version.change_sequence desc
    limit 1
) as standing
    on pg_column_size(standing.input_data) <= 65536
where node.node_id = any(:node_ids::uuid[])
order by node.node_id
limit :row_limit
