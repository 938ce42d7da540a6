-- Input versions the warehouse knows as current although a newer one was read for the same scenario and node.
select distinct known.node_data_id
from stg_input_version as versions
inner join dim_scenario as scenarios
    on scenarios.scenario_id = versions.scenario_id
inner join dim_node as nodes
    on nodes.node_id = versions.node_id
inner join fact_scenario_input_change as known
    on known.scenario_key = scenarios.scenario_key
    and known.node_key = nodes.node_key
left join stg_input_version as already
    on already.input_version_id = known.node_data_id
where known.ended_at is null
    and already.input_version_id is null
