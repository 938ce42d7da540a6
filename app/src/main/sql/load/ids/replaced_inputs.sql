-- Input versions the warehouse knows as current although a newer one was read for the same scenario and node.
select distinct known.node_data_id
from fc_scenario_node_data as versions
inner join dim_scenario as scenarios
    on scenarios.scenario_id = versions.scenario_id
inner join dim_node as nodes
    on nodes.node_id = versions.model_node_id
inner join fact_scenario_input_change as known
    on known.scenario_key = scenarios.scenario_key
    and known.node_key = nodes.node_key
left join fc_scenario_node_data as already
    on already.id = known.node_data_id
where known.ended_at is null
    and already.id is null
