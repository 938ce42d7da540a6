-- step: mends fact_scenario_input_change, one row per stg_input_version
-- Input versions that the warehouse has otherwise. Repeating it is harmless: only what differs is written.
update fact_scenario_input_change as known
set
    node_key = candidate.node_key,
    changed_by_user_key = candidate.changed_by_user_key,
    change_date_key = candidate.change_date_key,
    run_id_before = candidate.run_id_before,
    run_id_after = candidate.run_id_after,
    correlation_id = candidate.correlation_id,
    change_source = candidate.change_source,
    previous_input_hash = candidate.previous_input_hash,
    new_input_hash = candidate.new_input_hash,
    change_sequence = candidate.change_sequence,
    is_duplicate = candidate.is_duplicate,
    is_initial = candidate.is_initial,
    is_validated = candidate.is_validated,
    input_diff_summary = candidate.input_diff_summary,
    input_data = candidate.input_data,
    validation_message = candidate.validation_message,
    changed_at = candidate.changed_at,
    ended_at = candidate.ended_at,
    loaded_at = now()
from input_change_candidate as candidate
where known.scenario_key = candidate.scenario_key
    and known.node_data_id = candidate.node_data_id
    and (
        known.node_key, known.changed_by_user_key, known.run_id_before, known.run_id_after,
        known.correlation_id, known.change_source, known.previous_input_hash, known.new_input_hash,
        known.change_sequence, known.is_validated, known.input_diff_summary, known.input_data,
        known.validation_message, known.changed_at, known.ended_at
    ) is distinct from (
        candidate.node_key, candidate.changed_by_user_key, candidate.run_id_before, candidate.run_id_after,
        candidate.correlation_id, candidate.change_source, candidate.previous_input_hash,
        candidate.new_input_hash, candidate.change_sequence, candidate.is_validated,
        candidate.input_diff_summary, candidate.input_data, candidate.validation_message, candidate.changed_at,
        candidate.ended_at
    )
