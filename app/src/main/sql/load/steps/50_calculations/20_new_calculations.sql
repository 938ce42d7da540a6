-- step: adds fact_node_calc_detail, one row per stg_calculation
-- One row per calculation: those the warehouse does not have yet. No conflict clause: only one load runs at a time, and
-- checking each row for one costs half as much again as inserting it.
insert into fact_node_calc_detail (
    calc_id, run_id, run_fact_key, branch_id, node_data_id, scenario_key, node_key, error_pattern_key, event_tag,
    calc_status, calc_outcome, error_message, error_category, output_summary, output_values, processing_time_ms, started_at,
    ended_at, created_at, updated_at
)
select candidate.*
from calculation_candidate as candidate
where not exists (
    select
    from fact_node_calc_detail as known
    where known.scenario_key = candidate.scenario_key
        and known.calc_id = candidate.calc_id
)
