-- Input versions that a calculation used and that nobody has read yet.
select distinct calculations.scenario_node_data_id
from fc_scenario_node_calc as calculations
left join fc_scenario_node_data as versions
    on versions.id = calculations.scenario_node_data_id
left join fact_scenario_input_change as known
    on known.node_data_id = calculations.scenario_node_data_id
where versions.id is null
    and known.node_data_id is null
