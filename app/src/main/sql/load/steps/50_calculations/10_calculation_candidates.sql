-- step: prepares calculation_candidate
-- Calculations that came before their scenario stand under the unknown one: out, to be put where they belong.
delete from fact_node_calc_detail as orphans
using fc_scenario_node_calc as calculations
where orphans.scenario_key = -1
    and orphans.calc_id = calculations.id;

-- One row per calculation read, as the warehouse keeps it.
create temporary view calculation_candidate as
select
    calculations.id as calc_id,
    runs.run_id,
    runs.run_fact_key,
    calculations.scenario_run_branch_id as branch_id,
    calculations.scenario_node_data_id as node_data_id,
    runs.scenario_key,
    coalesce(nodes.node_key, -1) as node_key,
    patterns.error_pattern_key,
    branches.event_tag,
    calculations.status as calc_status,
    outcome_of(calculations.status) as calc_outcome,
    calculations.fail_reason as error_message,
    classes.error_category,
    calculations.output_data as output_summary,
    (
        date_part('epoch', calculations.processing_end_at - calculations.processing_start_at) * 1000
    )::bigint as processing_time_ms,
    calculations.processing_start_at as started_at,
    calculations.processing_end_at as ended_at,
    calculations.created_at,
    calculations.updated_at
from fc_scenario_node_calc as calculations
inner join fc_scenario_run_branch as branches
    on branches.id = calculations.scenario_run_branch_id
inner join fact_scenario_run as runs
    on runs.run_id = branches.scenario_run_id
left join dim_node as nodes
    on nodes.node_id = calculations.model_node_id
left join error_class as classes
    on classes.message = calculations.fail_reason
left join dim_error_pattern as patterns
    on patterns.fingerprint = classes.fingerprint
