-- No query chooses its plan by what these columns hold, and unpacking them for the statistics took longer than reading
-- the rows.

alter table ${staging}.fc_scenario_event_data
    alter column event_data set statistics 0, alter column evented_shares_overridden set statistics 0;
alter table ${staging}.fc_scenario_node_data
    alter column input_data set statistics 0, alter column input_validation_message set statistics 0;
alter table ${staging}.fc_scenario_node_calc alter column output_data set statistics 0;
alter table ${staging}.input_difference alter column difference set statistics 0;

alter table fact_node_calc_detail alter column output_summary set statistics 0;
alter table fact_user_action alter column action_details set statistics 0;
alter table fact_scenario_state_change alter column metadata set statistics 0;
alter table fact_scenario_input_change
    alter column input_data set statistics 0,
    alter column input_diff_summary set statistics 0,
    alter column validation_message set statistics 0;
alter table fact_event_input_change
    alter column event_data set statistics 0,
    alter column input_diff_summary set statistics 0,
    alter column overridden_shares set statistics 0;
alter table view_scenario_audit_trail
    alter column event_metadata set statistics 0, alter column event_description set statistics 0;
