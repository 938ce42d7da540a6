-- step: adds fact_scenario_input_change, one row per stg_input_version
-- One row per input version: those the warehouse does not have yet.
insert into fact_scenario_input_change (
    node_data_id, scenario_key, node_key, changed_by_user_key, change_date_key, run_id_before, run_id_after,
    correlation_id, change_source, previous_input_hash, new_input_hash, change_sequence, is_duplicate, is_initial,
    is_validated, input_diff_summary, input_data, validation_message, changed_at, ended_at
)
select candidate.*
from input_change_candidate as candidate
where not exists (
    select
    from fact_scenario_input_change as known
    where known.scenario_key = candidate.scenario_key
        and known.node_data_id = candidate.node_data_id
)
