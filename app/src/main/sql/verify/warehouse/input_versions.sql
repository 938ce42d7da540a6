select
    versions.node_data_id::text as id,
    (versions.changed_at at time zone 'UTC')::date as day,
    concat_ws(
        '|', scenarios.scenario_id, nodes.node_id, versions.new_input_hash, nullif(users.user_id, ''),
        versions.is_validated, extract(epoch from versions.changed_at), extract(epoch from versions.ended_at)
    ) as content
from fact_scenario_input_change as versions
inner join dim_scenario as scenarios
    on scenarios.scenario_key = versions.scenario_key
inner join dim_node as nodes
    on nodes.node_key = versions.node_key
inner join dim_user as users
    on users.user_key = versions.changed_by_user_key
