-- step: mends fact_node_calc_detail, one row per stg_calculation
-- Calculations that the warehouse has otherwise. Repeating it is harmless: only what differs is written.
update fact_node_calc_detail as known
set
    node_data_id = candidate.node_data_id,
    node_key = candidate.node_key,
    error_pattern_key = candidate.error_pattern_key,
    event_tag = candidate.event_tag,
    calc_status = candidate.calc_status,
    calc_outcome = candidate.calc_outcome,
    error_message = candidate.error_message,
    error_category = candidate.error_category,
    output_summary = candidate.output_summary,
    output_values = candidate.output_values,
    processing_time_ms = candidate.processing_time_ms,
    started_at = candidate.started_at,
    ended_at = candidate.ended_at,
    created_at = candidate.created_at,
    updated_at = candidate.updated_at,
    loaded_at = now()
from calculation_candidate as candidate
where known.scenario_key = candidate.scenario_key
    and known.calc_id = candidate.calc_id
    and (
        known.node_data_id, known.node_key, known.error_pattern_key, known.event_tag, known.calc_status,
        known.calc_outcome, known.error_message, known.error_category, known.started_at,
        known.ended_at, known.created_at, known.updated_at
    ) is distinct from (
        candidate.node_data_id, candidate.node_key, candidate.error_pattern_key, candidate.event_tag,
        candidate.calc_status, candidate.calc_outcome, candidate.error_message, candidate.error_category,
        candidate.started_at, candidate.ended_at, candidate.created_at,
        candidate.updated_at
    )
