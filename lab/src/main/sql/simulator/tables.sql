-- One table per thing the forecasting platform keeps, as the platform has them. Keys are added after the rows.

create table alembic_version (
    version_num varchar(32) not null
);

create table fc_model (
    id uuid not null,
    therapeutic_area_id uuid not null,
    therapeutic_area_name varchar(255) not null,
    model_display_name varchar(255) not null,
    model_disease_area_id uuid not null,
    model_disease_area_name varchar(255) not null,
    model_publish_level varchar(50) not null,
    model_country_id uuid,
    model_country_display_name varchar(255),
    model_region_id uuid,
    model_region_display_name varchar(255),
    created_at timestamptz not null,
    created_req_id uuid not null,
    model_type varchar(50) not null,
    has_inherent_event boolean,
    model_version varchar(255),
    modified_by varchar(255)
);

create table fc_model_node_tab (
    id uuid not null,
    parent_tab_id uuid,
    model_id uuid not null,
    tab_display_name varchar(255) not null,
    tab_level integer not null,
    tab_seq integer not null
);

create table fc_model_node_groups (
    id uuid not null,
    model_node_tab_id uuid not null,
    group_type varchar(255) not null,
    group_display_name varchar(255) not null,
    group_seq integer not null
);

create table fc_model_node (
    id uuid not null,
    model_node_group_id uuid not null,
    model_id uuid not null,
    flow varchar(255) not null,
    base_node_id uuid not null,
    node_display_name varchar(255) not null,
    treatment_group_node_id uuid,
    model_config_id uuid not null,
    node_type varchar(255) not null,
    node_seq integer not null,
    disabled boolean not null default false,
    reportable boolean not null default true,
    created_at timestamptz not null,
    treatment_id uuid,
    epi_type varchar(255),
    hierarchy_json jsonb,
    sku_id uuid,
    node_order integer,
    multi_ip_op boolean,
    selected_output varchar(50),
    is_output boolean not null default false,
    curve_type varchar(50),
    pfs_flag boolean not null default false,
    ppc_flag boolean not null default false,
    inherent_event boolean not null default false,
    node_format jsonb
);

create table fc_model_node_edge (
    id uuid not null,
    source_node_id uuid not null,
    target_node_id uuid not null,
    created_at timestamptz not null
);

create table fc_model_node_treatment (
    id uuid not null,
    model_node_id uuid not null,
    treatment_id varchar(255) not null
);

create table fc_forecast_init (
    id uuid not null,
    model_id uuid not null,
    forecast_cycle_id uuid not null,
    forecast_cycle_display_name varchar(255) not null,
    forecast_cycle_end_dt timestamptz not null,
    horizon_start_limit integer not null,
    horizon_end_limit integer not null,
    initiated_by varchar(255) not null,
    initiated_at timestamptz not null,
    initiated_req_id uuid not null,
    starter_created boolean not null default false,
    forecast_cycle_start_dt timestamptz not null,
    updated_at timestamptz,
    updated_by varchar(255),
    updated_req_id uuid
);

create table fc_scenario (
    id uuid not null,
    model_id uuid not null,
    forecast_init_id uuid not null,
    core_scenario_id uuid,
    scenario_display_name varchar(255) not null,
    is_starter boolean not null,
    status varchar(50) not null,
    scenario_start_year integer not null,
    scenario_end_year integer not null,
    scenario_region_id uuid,
    scenario_region_name varchar(255),
    scenario_country_id uuid,
    scenario_country_name varchar(255),
    delete_at timestamptz,
    delete_by varchar(255),
    delete_req_id uuid,
    created_at timestamptz not null,
    created_by varchar(255) not null,
    created_req_id uuid not null,
    submitted_at timestamptz,
    submitted_by varchar(255),
    submitted_req_id uuid,
    locked_at timestamptz,
    locked_by varchar(255),
    locked_req_id uuid,
    updated_at timestamptz not null,
    updated_by varchar(255) not null,
    updated_req_id uuid not null,
    withdraw_at timestamptz,
    withdraw_by varchar(255),
    withdraw_req_id uuid,
    currency varchar(10) not null,
    currency_code varchar(3)
);

create table fc_scenario_node_data (
    id uuid not null,
    model_node_id uuid not null,
    scenario_id uuid not null,
    input_data jsonb not null,
    comment uuid,
    source varchar(255),
    input_hash varchar(255) not null,
    input_validated boolean not null default false,
    created_by varchar(255) not null,
    created_at timestamptz not null,
    created_req_id uuid not null,
    end_by varchar(255),
    end_at timestamptz,
    end_req_id uuid,
    input_validation_message jsonb
);

create table fc_event_type (
    id uuid not null,
    display_name varchar(50) not null,
    inherent boolean,
    created_at timestamptz not null,
    created_by varchar(255) not null,
    updated_at timestamptz not null,
    updated_by varchar(255) not null
);

create table fc_scenario_event_type (
    id uuid not null,
    event_type_id uuid not null,
    scenario_id uuid not null
);

create table fc_scenario_event_data (
    id uuid not null,
    scenario_event_type_id uuid not null,
    population_node_id uuid not null,
    parent_product_node_id uuid not null,
    event_data jsonb not null,
    event_data_hash varchar(255) not null,
    is_overridden boolean not null default false,
    evented_shares_overridden jsonb,
    event_override_hash varchar(255),
    is_validated boolean not null default false,
    input_validation_message jsonb,
    created_at timestamptz not null,
    created_by varchar(255) not null,
    created_req_id uuid not null,
    end_at timestamptz,
    end_by varchar(255),
    end_req_id uuid,
    model_tab_id uuid,
    treatment_id uuid
);

create table fc_scenario_run (
    id uuid not null,
    scenario_id uuid not null,
    run_status varchar(50) not null,
    run_at timestamptz not null,
    run_by varchar(255) not null,
    run_req_id uuid not null,
    run_complete_at timestamptz,
    fail_reason varchar(255)
);

create table fc_scenario_run_branch (
    id uuid not null,
    scenario_run_id uuid not null,
    event_tag varchar(50) not null
);

create table fc_scenario_node_calc (
    id uuid not null,
    scenario_run_branch_id uuid not null,
    model_node_id uuid not null,
    scenario_node_data_id uuid not null,
    processing_start_at timestamptz,
    processing_end_at timestamptz,
    output_data jsonb,
    processed boolean not null default false,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    status varchar(50) not null,
    fail_reason varchar(255)
);

create table fc_scenario_event_calc (
    id uuid not null,
    scenario_run_branch_id uuid not null,
    event_data_id uuid not null,
    drug_treated_patients jsonb not null,
    sob jsonb,
    steady_state_share jsonb,
    created_at timestamptz,
    evented_shares jsonb
);
