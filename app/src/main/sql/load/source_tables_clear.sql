-- Empties the staged source tables: a load of logs alone reads none of them.
truncate fc_model, fc_model_node_tab, fc_model_node_groups, fc_model_node, fc_model_node_edge, fc_forecast_init,
    fc_event_type, fc_scenario, fc_scenario_event_type, fc_scenario_event_data, fc_scenario_node_data, fc_scenario_run,
    fc_scenario_run_branch, fc_scenario_node_calc, fc_scenario_event_calc
