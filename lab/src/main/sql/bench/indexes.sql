-- The indexes a platform with many users would have.
create index on fc_scenario_node_data (created_at);
create index on fc_scenario_node_data (end_at);
create index on fc_scenario_event_data (created_at);
create index on fc_scenario_event_data (end_at);
create index on fc_scenario_run (run_at);
create index on fc_scenario_run (run_complete_at);
create index on fc_scenario_run_branch (scenario_run_id);
create index on fc_scenario_node_calc (scenario_run_branch_id);
create index on fc_scenario_node_calc (updated_at);
create index on fc_scenario_event_calc (scenario_run_branch_id)
