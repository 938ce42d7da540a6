-- What explanations look up across scenarios.

create index fact_scenario_input_change_node_time on fact_scenario_input_change (node_key, changed_at);
comment on index fact_scenario_input_change_node_time is 'For explanations: the same kind of change in other scenarios.';
