-- Empties the staged source tables: a load of logs alone reads none of them.
truncate stg_model, stg_node_tab, stg_node_group, stg_node, stg_edge, stg_cycle,
    stg_event_type, stg_scenario, stg_scenario_event, stg_event_input, stg_input_version, stg_run,
    stg_branch, stg_calculation, stg_event_calculation
