-- How each table is filled. Column order is the order in which the simulator writes a row's fields.

copy alembic_version (
    version_num
) from stdin;

copy fc_model (
    id, therapeutic_area_id, therapeutic_area_name, model_display_name, model_disease_area_id,
    model_disease_area_name, model_publish_level, model_country_id, model_country_display_name,
    model_region_id, model_region_display_name, created_at, created_req_id, model_type,
    has_inherent_event, model_version, modified_by
) from stdin;

copy fc_model_node_tab (
    id, parent_tab_id, model_id, tab_display_name, tab_level, tab_seq
) from stdin;

copy fc_model_node_groups (
    id, model_node_tab_id, group_type, group_display_name, group_seq
) from stdin;

copy fc_model_node (
    id, model_node_group_id, model_id, flow, base_node_id, node_display_name,
    treatment_group_node_id, model_config_id, node_type, node_seq, disabled, reportable,
    created_at, treatment_id, epi_type, hierarchy_json, sku_id, node_order, multi_ip_op,
    selected_output, is_output, curve_type, pfs_flag, ppc_flag, inherent_event, node_format
) from stdin;

copy fc_model_node_edge (
    id, source_node_id, target_node_id, created_at
) from stdin;

copy fc_model_node_treatment (
    id, model_node_id, treatment_id
) from stdin;

copy fc_forecast_init (
    id, model_id, forecast_cycle_id, forecast_cycle_display_name, forecast_cycle_end_dt,
    horizon_start_limit, horizon_end_limit, initiated_by, initiated_at, initiated_req_id,
    starter_created, forecast_cycle_start_dt, updated_at, updated_by, updated_req_id
) from stdin;

copy fc_scenario (
    id, model_id, forecast_init_id, core_scenario_id, scenario_display_name, is_starter, status,
    scenario_start_year, scenario_end_year, scenario_region_id, scenario_region_name,
    scenario_country_id, scenario_country_name, delete_at, delete_by, delete_req_id, created_at,
    created_by, created_req_id, submitted_at, submitted_by, submitted_req_id, locked_at,
    locked_by, locked_req_id, updated_at, updated_by, updated_req_id, withdraw_at, withdraw_by,
    withdraw_req_id, currency, currency_code
) from stdin;

copy fc_scenario_node_data (
    id, model_node_id, scenario_id, input_data, comment, source, input_hash, input_validated,
    created_by, created_at, created_req_id, end_by, end_at, end_req_id, input_validation_message
) from stdin;

copy fc_event_type (
    id, display_name, inherent, created_at, created_by, updated_at, updated_by
) from stdin;

copy fc_scenario_event_type (
    id, event_type_id, scenario_id
) from stdin;

copy fc_scenario_event_data (
    id, scenario_event_type_id, population_node_id, parent_product_node_id, event_data,
    event_data_hash, is_overridden, evented_shares_overridden, event_override_hash,
    is_validated, input_validation_message, created_at, created_by, created_req_id, end_at,
    end_by, end_req_id, model_tab_id, treatment_id
) from stdin;

copy fc_scenario_run (
    id, scenario_id, run_status, run_at, run_by, run_req_id, run_complete_at, fail_reason
) from stdin;

copy fc_scenario_run_branch (
    id, scenario_run_id, event_tag
) from stdin;

copy fc_scenario_node_calc (
    id, scenario_run_branch_id, model_node_id, scenario_node_data_id, processing_start_at,
    processing_end_at, output_data, processed, created_at, updated_at, status, fail_reason
) from stdin;

copy fc_scenario_event_calc (
    id, scenario_run_branch_id, event_data_id, drug_treated_patients, sob, steady_state_share,
    created_at, evented_shares
) from stdin;

copy staged_fc_scenario from stdin;

copy staged_fc_scenario_node_data from stdin;

copy staged_fc_scenario_event_data from stdin;

copy staged_fc_scenario_run from stdin;

copy staged_fc_model from stdin;
