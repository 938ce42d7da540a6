-- Tables of the shape of the rows read, each with as many and the same kind of indexes as the fact its rows end in.
drop schema if exists bench_limit cascade;
create schema bench_limit;
set search_path = bench_limit;

create table fc_model (like :staging.fc_model, primary key (id));
create table fc_model_node_tab (like :staging.fc_model_node_tab, primary key (id));
create table fc_model_node_groups (like :staging.fc_model_node_groups, primary key (id));
create table fc_model_node (like :staging.fc_model_node, primary key (id));
create table fc_model_node_edge (
    like :staging.fc_model_node_edge, primary key (source_node_id, target_node_id)
);
create table fc_forecast_init (like :staging.fc_forecast_init, primary key (id));
create table fc_event_type (like :staging.fc_event_type, primary key (id));
create table fc_scenario (like :staging.fc_scenario, primary key (id));
create index on fc_scenario (model_id);
create table fc_scenario_event_type (like :staging.fc_scenario_event_type, primary key (id));
create table fc_scenario_event_data (
    like :staging.fc_scenario_event_data, primary key (scenario_event_type_id, id)
);
create index on fc_scenario_event_data (id);
create index on fc_scenario_event_data (scenario_event_type_id);
create index on fc_scenario_event_data (scenario_event_type_id, created_at);
create index on fc_scenario_event_data (created_by, created_at);
create table fc_scenario_node_data (like :staging.fc_scenario_node_data, primary key (scenario_id, id));
create index on fc_scenario_node_data (id);
create index on fc_scenario_node_data (scenario_id, created_at);
create index on fc_scenario_node_data (scenario_id, model_node_id, created_at);
create index on fc_scenario_node_data (created_by, created_at);
create index on fc_scenario_node_data (model_node_id, created_at);
create table fc_scenario_run (like :staging.fc_scenario_run, primary key (scenario_id, id));
create index on fc_scenario_run (id);
create index on fc_scenario_run (scenario_id, run_at);
create index on fc_scenario_run (run_at);
create index on fc_scenario_run (run_req_id);
create table fc_scenario_run_branch (like :staging.fc_scenario_run_branch, primary key (id));
create table fc_scenario_node_calc (
    like :staging.fc_scenario_node_calc, primary key (scenario_run_branch_id, id)
);
create index on fc_scenario_node_calc (scenario_run_branch_id);
create index on fc_scenario_node_calc (model_node_id, updated_at) where status in ('failed', 'timeout');
create table fc_scenario_event_calc (like :staging.fc_scenario_event_calc)
