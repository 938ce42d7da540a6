-- The indexes a careful administrator would add to the platform's tables.

create index fc_model_node_model on fc_model_node (model_id);
create index fc_scenario_model on fc_scenario (model_id);
create index fc_scenario_updated on fc_scenario (updated_at);
create index fc_scenario_node_data_scenario on fc_scenario_node_data (scenario_id, model_node_id, created_at);
create index fc_scenario_node_data_created on fc_scenario_node_data (created_at);
create index fc_scenario_node_data_ended on fc_scenario_node_data (end_at);
create index fc_scenario_event_data_type on fc_scenario_event_data (scenario_event_type_id, created_at);
create index fc_scenario_run_scenario on fc_scenario_run (scenario_id, run_at);
create index fc_scenario_run_time on fc_scenario_run (run_at);
create index fc_scenario_run_completed on fc_scenario_run (run_complete_at);
create index fc_scenario_run_branch_run on fc_scenario_run_branch (scenario_run_id);
create index fc_scenario_node_calc_branch on fc_scenario_node_calc (scenario_run_branch_id);
create index fc_scenario_node_calc_updated on fc_scenario_node_calc (updated_at);
create index fc_scenario_event_calc_branch on fc_scenario_event_calc (scenario_run_branch_id);
