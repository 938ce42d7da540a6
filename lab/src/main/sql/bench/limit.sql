-- Tables of the shape of the rows read, each with as many and the same kind of indexes as the fact its rows end in.
drop schema if exists bench_limit cascade;
create schema bench_limit;
set search_path = bench_limit;

create table stg_model (like :staging.stg_model, primary key (model_id));
create table stg_node_tab (like :staging.stg_node_tab, primary key (tab_id));
create table stg_node_group (like :staging.stg_node_group, primary key (group_id));
create table stg_node (like :staging.stg_node, primary key (node_id));
create table stg_edge (
    like :staging.stg_edge, primary key (source_node_id, target_node_id)
);
create table stg_cycle (like :staging.stg_cycle, primary key (cycle_id));
create table stg_event_type (like :staging.stg_event_type, primary key (event_type_id));
create table stg_scenario (like :staging.stg_scenario, primary key (scenario_id));
create index on stg_scenario (model_id);
create table stg_scenario_event (like :staging.stg_scenario_event, primary key (scenario_event_id));
create table stg_event_input (
    like :staging.stg_event_input, primary key (scenario_event_id, event_input_id)
);
create index on stg_event_input (event_input_id);
create index on stg_event_input (scenario_event_id);
create index on stg_event_input (scenario_event_id, created_at);
create index on stg_event_input (created_by, created_at);
create table stg_input_version (like :staging.stg_input_version, primary key (scenario_id, input_version_id));
create index on stg_input_version (input_version_id);
create index on stg_input_version (scenario_id, created_at);
create index on stg_input_version (scenario_id, node_id, created_at);
create index on stg_input_version (created_by, created_at);
create index on stg_input_version (node_id, created_at);
create table stg_run (like :staging.stg_run, primary key (scenario_id, run_id));
create index on stg_run (run_id);
create index on stg_run (scenario_id, started_at);
create index on stg_run (started_at);
create index on stg_run (correlation_id);
create table stg_branch (like :staging.stg_branch, primary key (branch_id));
create table stg_calculation (
    like :staging.stg_calculation, primary key (branch_id, calculation_id)
);
create index on stg_calculation (branch_id);
create index on stg_calculation (node_id, updated_at) where calc_status in ('failed', 'timeout');
create table stg_event_calculation (like :staging.stg_event_calculation)
