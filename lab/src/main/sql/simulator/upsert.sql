-- How the live platform changes a row: its new image is staged, then put over the old one. Repeating it changes nothing.

insert into fc_scenario
select * from staged_fc_scenario
on conflict (id) do update set
    scenario_display_name = excluded.scenario_display_name,
    status = excluded.status,
    scenario_start_year = excluded.scenario_start_year,
    scenario_end_year = excluded.scenario_end_year,
    scenario_region_id = excluded.scenario_region_id,
    scenario_region_name = excluded.scenario_region_name,
    scenario_country_id = excluded.scenario_country_id,
    scenario_country_name = excluded.scenario_country_name,
    delete_at = excluded.delete_at,
    delete_by = excluded.delete_by,
    delete_req_id = excluded.delete_req_id,
    submitted_at = excluded.submitted_at,
    submitted_by = excluded.submitted_by,
    submitted_req_id = excluded.submitted_req_id,
    locked_at = excluded.locked_at,
    locked_by = excluded.locked_by,
    locked_req_id = excluded.locked_req_id,
    updated_at = excluded.updated_at,
    updated_by = excluded.updated_by,
    updated_req_id = excluded.updated_req_id,
    withdraw_at = excluded.withdraw_at,
    withdraw_by = excluded.withdraw_by,
    withdraw_req_id = excluded.withdraw_req_id,
    currency = excluded.currency,
    currency_code = excluded.currency_code;

insert into fc_scenario_node_data
select * from staged_fc_scenario_node_data
on conflict (id) do update set
    input_validated = excluded.input_validated,
    end_by = excluded.end_by,
    end_at = excluded.end_at,
    end_req_id = excluded.end_req_id,
    input_validation_message = excluded.input_validation_message;

insert into fc_scenario_event_data
select * from staged_fc_scenario_event_data
on conflict (id) do update set
    is_validated = excluded.is_validated,
    input_validation_message = excluded.input_validation_message,
    end_at = excluded.end_at,
    end_by = excluded.end_by,
    end_req_id = excluded.end_req_id;

insert into fc_scenario_run
select * from staged_fc_scenario_run
on conflict (id) do update set
    run_status = excluded.run_status,
    run_complete_at = excluded.run_complete_at,
    fail_reason = excluded.fail_reason;

insert into fc_model
select * from staged_fc_model
on conflict (id) do update set
    model_version = excluded.model_version,
    modified_by = excluded.modified_by;
