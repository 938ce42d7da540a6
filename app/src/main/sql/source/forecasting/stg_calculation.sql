-- One row per calculation of a node in a branch. Of an output its kind and size are read: whether there was one, and whether
-- it grew or shrank. Turning whole outputs into text was measured to double the time the source needs, and would dwarf the
-- warehouse.
select
    calculations.id as calculation_id,
    calculations.scenario_run_branch_id as branch_id,
    calculations.model_node_id as node_id,
    calculations.scenario_node_data_id as input_version_id,
    calculations.status as calc_status,
    nullif(calculations.fail_reason, '') as fail_reason,
    jsonb_typeof(calculations.output_data::jsonb) || ', ' || pg_column_size(calculations.output_data) || ' bytes'
        as output_summary,
    calculations.processing_start_at as started_at,
    calculations.processing_end_at as ended_at,
    calculations.created_at,
    calculations.updated_at
from fc_scenario_node_calc as calculations
