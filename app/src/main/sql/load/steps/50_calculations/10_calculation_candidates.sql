-- step: prepares calculation_candidate
-- Calculations that came before their scenario stand under the unknown one: out, to be put where they belong.
delete from fact_node_calc_detail as orphans
using stg_calculation as calculations
inner join stg_branch as branches
    on branches.branch_id = calculations.branch_id
inner join fact_scenario_run as runs
    on runs.run_id = branches.run_id
where orphans.scenario_key = -1
    and orphans.calc_id = calculations.calculation_id
    and runs.scenario_key <> -1;

-- One row per calculation read, as the warehouse keeps it.
create temporary view calculation_candidate as
select
    calculations.calculation_id as calc_id,
    runs.run_id,
    runs.run_fact_key,
    calculations.branch_id,
    calculations.input_version_id as node_data_id,
    runs.scenario_key,
    coalesce(nodes.node_key, -1) as node_key,
    patterns.error_pattern_key,
    branches.event_tag,
    calculations.calc_status,
    outcome_of(calculations.calc_status) as calc_outcome,
    calculations.fail_reason as error_message,
    classes.error_category,
    calculations.output_summary,
    calculations.output_values,
    (
        date_part('epoch', calculations.ended_at - calculations.started_at) * 1000
    )::bigint as processing_time_ms,
    calculations.started_at,
    calculations.ended_at,
    calculations.created_at,
    calculations.updated_at
from stg_calculation as calculations
inner join stg_branch as branches
    on branches.branch_id = calculations.branch_id
inner join fact_scenario_run as runs
    on runs.run_id = branches.run_id
left join dim_node as nodes
    on nodes.node_id = calculations.node_id
left join error_class as classes
    on classes.message = calculations.fail_reason
left join dim_error_pattern as patterns
    on patterns.fingerprint = classes.fingerprint
