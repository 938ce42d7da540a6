-- One row per calculation of a node in a branch. Of an output its kind and size are read, and its leaves in order and without
-- their keys: half as long as the document, and enough to tell two runs apart. Long outputs keep their beginning and their
-- end, very long ones nothing, so that a row stays small.
select
    calculations.id as calculation_id,
    calculations.scenario_run_branch_id as branch_id,
    calculations.model_node_id as node_id,
    calculations.scenario_node_data_id as input_version_id,
    calculations.status as calc_status,
    nullif(calculations.fail_reason, '') as fail_reason,
    jsonb_typeof(calculations.output_data::jsonb) || ', ' || pg_column_size(calculations.output_data) || ' bytes'
        as output_summary,
    case
        when pg_column_size(calculations.output_data) <= 16384 then (
            select case
                when length(leaves.written) <= 1200 then leaves.written
                else left(leaves.written, 900) || '…' || right(leaves.written, 300)
            end
            from (
                select jsonb_path_query_array(
                    calculations.output_data::jsonb, 'strict $.** ? (@.type() != "object" && @.type() != "array")'
                )::text as written
            ) as leaves
        )
    end as output_values,
    calculations.processing_start_at as started_at,
    calculations.processing_end_at as ended_at,
    calculations.created_at,
    calculations.updated_at
from fc_scenario_node_calc as calculations
