-- Staging: one table per source table that is read, in a schema of its own (${staging}). Its columns are what a load
-- asks of the source: a column that is "not null" here must exist there, any other may be missing and is null then.
-- Unlogged: a load that dies leaves nothing that matters, the next one empties them first.

create unlogged table ${staging}.fc_model (
    id uuid not null,
    model_display_name text not null,
    therapeutic_area_name text,
    model_disease_area_name text,
    model_publish_level text,
    model_type text,
    model_country_display_name text,
    model_region_display_name text,
    model_version text,
    created_at timestamptz
);

create unlogged table ${staging}.fc_model_node_tab (
    id uuid not null,
    parent_tab_id uuid,
    tab_display_name text not null
);

create unlogged table ${staging}.fc_model_node_groups (
    id uuid not null,
    model_node_tab_id uuid not null,
    group_display_name text
);

create unlogged table ${staging}.fc_model_node (
    id uuid not null,
    model_node_group_id uuid,
    model_id uuid not null,
    flow text,
    node_display_name text not null,
    node_type text,
    node_seq int,
    is_output boolean,
    disabled boolean,
    created_at timestamptz
);

create unlogged table ${staging}.fc_model_node_edge (
    source_node_id uuid not null,
    target_node_id uuid not null,
    created_at timestamptz
);

create unlogged table ${staging}.fc_forecast_init (
    id uuid not null,
    model_id uuid not null,
    forecast_cycle_display_name text,
    initiated_by text,
    initiated_req_id uuid,
    horizon_start_limit int,
    horizon_end_limit int,
    forecast_cycle_start_dt timestamptz,
    forecast_cycle_end_dt timestamptz,
    initiated_at timestamptz
);

create unlogged table ${staging}.fc_event_type (
    id uuid not null,
    display_name text,
    updated_by text,
    inherent boolean,
    created_at timestamptz,
    updated_at timestamptz
);

create unlogged table ${staging}.fc_scenario (
    id uuid not null,
    model_id uuid not null,
    forecast_init_id uuid,
    core_scenario_id uuid,
    scenario_display_name text not null,
    status text not null,
    scenario_region_name text,
    scenario_country_name text,
    currency text,
    scenario_start_year int,
    scenario_end_year int,
    is_starter boolean,
    created_by text,
    created_req_id uuid,
    created_at timestamptz not null,
    updated_by text,
    updated_req_id uuid,
    updated_at timestamptz,
    submitted_by text,
    submitted_req_id uuid,
    submitted_at timestamptz,
    locked_by text,
    locked_req_id uuid,
    locked_at timestamptz,
    withdraw_by text,
    withdraw_req_id uuid,
    withdraw_at timestamptz,
    delete_by text,
    delete_req_id uuid,
    delete_at timestamptz
);

create unlogged table ${staging}.fc_scenario_event_type (
    id uuid not null,
    event_type_id uuid not null,
    scenario_id uuid not null
);

create unlogged table ${staging}.fc_scenario_event_data (
    id uuid not null,
    scenario_event_type_id uuid not null,
    population_node_id uuid,
    parent_product_node_id uuid,
    event_data_hash text not null,
    event_data jsonb,
    evented_shares_overridden jsonb,
    is_overridden boolean,
    is_validated boolean,
    created_by text,
    created_req_id uuid,
    created_at timestamptz not null,
    end_at timestamptz
);

create unlogged table ${staging}.fc_scenario_node_data (
    id uuid not null,
    model_node_id uuid not null,
    scenario_id uuid not null,
    source text,
    input_hash text not null,
    input_data jsonb not null,
    input_validation_message jsonb,
    input_validated boolean,
    created_by text,
    created_req_id uuid,
    created_at timestamptz not null,
    end_at timestamptz
);

create unlogged table ${staging}.fc_scenario_run (
    id uuid not null,
    scenario_id uuid not null,
    run_status text not null,
    run_by text,
    run_req_id uuid,
    fail_reason text,
    run_at timestamptz not null,
    run_complete_at timestamptz
);

create unlogged table ${staging}.fc_scenario_run_branch (
    id uuid not null,
    scenario_run_id uuid not null,
    event_tag text
);

create unlogged table ${staging}.fc_scenario_node_calc (
    id uuid not null,
    scenario_run_branch_id uuid not null,
    model_node_id uuid not null,
    scenario_node_data_id uuid not null,
    status text not null,
    fail_reason text,
    output_data text,
    processing_start_at timestamptz,
    processing_end_at timestamptz,
    created_at timestamptz,
    updated_at timestamptz not null
);

create unlogged table ${staging}.fc_scenario_event_calc (
    scenario_run_branch_id uuid not null
);

-- What Java derives in the middle of a load.

create unlogged table ${staging}.error_class (
    message text primary key,
    fingerprint text not null,
    pattern text not null,
    error_category text not null,
    category_rule text not null
);
comment on table ${staging}.error_class is 'One row per distinct error text of this load, with its pattern and category.';

create unlogged table ${staging}.input_difference (
    id uuid primary key,
    difference jsonb not null
);
comment on table ${staging}.input_difference is 'One row per input version of this load that has a version before: how they differ.';
