-- Removes the platform's tables, and nothing else.

drop table if exists
    fc_scenario_event_calc,
    fc_scenario_node_calc,
    fc_scenario_run_branch,
    fc_scenario_run,
    fc_scenario_event_data,
    fc_scenario_event_type,
    fc_event_type,
    fc_scenario_node_data,
    fc_scenario,
    fc_forecast_init,
    fc_model_node_treatment,
    fc_model_node_edge,
    fc_model_node,
    fc_model_node_groups,
    fc_model_node_tab,
    fc_model,
    alembic_version;
