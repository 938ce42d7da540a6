-- Staging speaks neutral words: one table per kind of row, one meaning per column, whatever platform it is read from. The
-- SELECTs that fill it are in source/<platform>. A column that is "not null" must be there at the source, any other may be
-- missing and is null then. The first column is the row's id. Unlogged: a load that dies leaves nothing that matters.

drop table
    ${staging}.fc_model,
    ${staging}.fc_model_node_tab,
    ${staging}.fc_model_node_groups,
    ${staging}.fc_model_node,
    ${staging}.fc_model_node_edge,
    ${staging}.fc_forecast_init,
    ${staging}.fc_event_type,
    ${staging}.fc_scenario,
    ${staging}.fc_scenario_event_type,
    ${staging}.fc_scenario_event_data,
    ${staging}.fc_scenario_node_data,
    ${staging}.fc_scenario_run,
    ${staging}.fc_scenario_run_branch,
    ${staging}.fc_scenario_node_calc,
    ${staging}.fc_scenario_event_calc;

create unlogged table ${staging}.stg_model (
    model_id uuid not null,
    model_name text not null,
    therapeutic_area text,
    disease_area text,
    publish_level text,
    model_type text,
    country_name text,
    region_name text,
    model_version text,
    created_at timestamptz
);
comment on table ${staging}.stg_model is 'One row per model.';

create unlogged table ${staging}.stg_node_tab (
    tab_id uuid not null,
    parent_tab_id uuid,
    tab_name text not null
);
comment on table ${staging}.stg_node_tab is 'One row per tab of a model''s nodes.';

create unlogged table ${staging}.stg_node_group (
    group_id uuid not null,
    tab_id uuid not null,
    group_name text
);
comment on table ${staging}.stg_node_group is 'One row per group of nodes.';

create unlogged table ${staging}.stg_node (
    node_id uuid not null,
    group_id uuid,
    model_id uuid not null,
    flow text,
    node_name text not null,
    node_type text,
    sequence int,
    is_output boolean,
    disabled boolean,
    created_at timestamptz
);
comment on table ${staging}.stg_node is 'One row per node of a model.';

create unlogged table ${staging}.stg_edge (
    source_node_id uuid not null,
    target_node_id uuid not null,
    created_at timestamptz
);
comment on table ${staging}.stg_edge is 'One row per edge between two nodes of a model.';

create unlogged table ${staging}.stg_cycle (
    cycle_id uuid not null,
    model_id uuid not null,
    cycle_name text,
    initiated_by text,
    correlation_id uuid,
    horizon_start int,
    horizon_end int,
    cycle_start_at timestamptz,
    cycle_end_at timestamptz,
    initiated_at timestamptz
);
comment on table ${staging}.stg_cycle is 'One row per forecast cycle of a model.';

create unlogged table ${staging}.stg_event_type (
    event_type_id uuid not null,
    event_type_name text,
    updated_by text,
    is_inherent boolean,
    created_at timestamptz,
    updated_at timestamptz
);
comment on table ${staging}.stg_event_type is 'One row per kind of market event.';

create unlogged table ${staging}.stg_scenario (
    scenario_id uuid not null,
    model_id uuid not null,
    cycle_id uuid,
    core_scenario_id uuid,
    scenario_name text not null,
    current_status text not null,
    region_name text,
    country_name text,
    currency text,
    start_year int,
    end_year int,
    is_starter boolean,
    created_by text,
    created_correlation_id uuid,
    created_at timestamptz not null,
    updated_by text,
    updated_correlation_id uuid,
    updated_at timestamptz,
    submitted_by text,
    submitted_correlation_id uuid,
    submitted_at timestamptz,
    locked_by text,
    locked_correlation_id uuid,
    locked_at timestamptz,
    withdrawn_by text,
    withdrawn_correlation_id uuid,
    withdrawn_at timestamptz,
    deleted_by text,
    deleted_correlation_id uuid,
    deleted_at timestamptz
);
comment on table ${staging}.stg_scenario is 'One row per scenario, with the last lifecycle transition of each kind.';

create unlogged table ${staging}.stg_scenario_event (
    scenario_event_id uuid not null,
    event_type_id uuid not null,
    scenario_id uuid not null
);
comment on table ${staging}.stg_scenario_event is 'One row per kind of event a scenario has.';

create unlogged table ${staging}.stg_event_input (
    event_input_id uuid not null,
    scenario_event_id uuid not null,
    population_node_id uuid,
    product_node_id uuid,
    input_hash text not null,
    event_data jsonb,
    overridden_shares jsonb,
    is_overridden boolean,
    is_validated boolean,
    created_by text,
    correlation_id uuid,
    created_at timestamptz not null,
    ended_at timestamptz
);
comment on table ${staging}.stg_event_input is 'One row per version of an event''s input.';

create unlogged table ${staging}.stg_input_version (
    input_version_id uuid not null,
    node_id uuid not null,
    scenario_id uuid not null,
    change_source text,
    input_hash text not null,
    input_data jsonb not null,
    validation_message jsonb,
    is_validated boolean,
    is_initial boolean,
    created_by text,
    correlation_id uuid,
    created_at timestamptz not null,
    ended_at timestamptz
);
comment on table ${staging}.stg_input_version is 'One row per version of a node''s input.';

create unlogged table ${staging}.stg_run (
    run_id uuid not null,
    scenario_id uuid not null,
    run_status text not null,
    run_by text,
    correlation_id uuid,
    fail_reason text,
    started_at timestamptz not null,
    ended_at timestamptz
);
comment on table ${staging}.stg_run is 'One row per run.';

create unlogged table ${staging}.stg_branch (
    branch_id uuid not null,
    run_id uuid not null,
    event_tag text
);
comment on table ${staging}.stg_branch is 'One row per branch of a run.';

create unlogged table ${staging}.stg_calculation (
    calculation_id uuid not null,
    branch_id uuid not null,
    node_id uuid not null,
    input_version_id uuid not null,
    calc_status text not null,
    fail_reason text,
    output_summary text,
    started_at timestamptz,
    ended_at timestamptz,
    created_at timestamptz,
    updated_at timestamptz not null
);
comment on table ${staging}.stg_calculation is 'One row per calculation of a node in a branch.';

create unlogged table ${staging}.stg_event_calculation (
    branch_id uuid not null
);
comment on table ${staging}.stg_event_calculation is 'One row per calculation of an event in a branch.';

-- No query chooses its plan by what these columns hold, and unpacking them for the statistics costs more than reading.
alter table ${staging}.stg_event_input
    alter column event_data set statistics 0, alter column overridden_shares set statistics 0;
alter table ${staging}.stg_input_version
    alter column input_data set statistics 0, alter column validation_message set statistics 0;
alter table ${staging}.stg_calculation alter column output_summary set statistics 0;

-- Up to where each table has been read is kept under its staging table's name.
update etl_watermark
set table_name = renamed.name_now
from (
    values
    ('fc_model', 'stg_model'),
    ('fc_model_node_tab', 'stg_node_tab'),
    ('fc_model_node_groups', 'stg_node_group'),
    ('fc_model_node', 'stg_node'),
    ('fc_model_node_edge', 'stg_edge'),
    ('fc_forecast_init', 'stg_cycle'),
    ('fc_event_type', 'stg_event_type'),
    ('fc_scenario', 'stg_scenario'),
    ('fc_scenario_event_type', 'stg_scenario_event'),
    ('fc_scenario_event_data', 'stg_event_input'),
    ('fc_scenario_node_data', 'stg_input_version'),
    ('fc_scenario_run', 'stg_run'),
    ('fc_scenario_run_branch', 'stg_branch'),
    ('fc_scenario_node_calc', 'stg_calculation'),
    ('fc_scenario_event_calc', 'stg_event_calculation')
) as renamed (name_before, name_now)
where etl_watermark.table_name = renamed.name_before;
