-- One row per calculation. Repeating it is harmless: only what differs is written.
with candidate as (
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
            extract(epoch from calculations.processing_end_at - calculations.processing_start_at) * 1000
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
)

insert into fact_node_calc_detail (
    calc_id, run_id, run_fact_key, branch_id, node_data_id, scenario_key, node_key, error_pattern_key, event_tag,
    calc_status, calc_outcome, error_message, error_category, output_summary, processing_time_ms, started_at,
    ended_at, created_at, updated_at
)
select candidate.*
from candidate
left join fact_node_calc_detail as known
    on known.scenario_key = candidate.scenario_key
    and known.calc_id = candidate.calc_id
where known.calc_id is null
    or (
        known.node_data_id, known.node_key, known.error_pattern_key, known.event_tag, known.calc_status,
        known.calc_outcome, known.error_message, known.error_category, known.output_summary, known.started_at,
        known.ended_at, known.created_at, known.updated_at
    ) is distinct from (
        candidate.node_data_id, candidate.node_key, candidate.error_pattern_key, candidate.event_tag,
        candidate.calc_status, candidate.calc_outcome, candidate.error_message, candidate.error_category,
        candidate.output_summary, candidate.started_at, candidate.ended_at, candidate.created_at,
        candidate.updated_at
    )
on conflict (scenario_key, calc_id) do update set
    node_data_id = excluded.node_data_id,
    node_key = excluded.node_key,
    error_pattern_key = excluded.error_pattern_key,
    event_tag = excluded.event_tag,
    calc_status = excluded.calc_status,
    calc_outcome = excluded.calc_outcome,
    error_message = excluded.error_message,
    error_category = excluded.error_category,
    output_summary = excluded.output_summary,
    processing_time_ms = excluded.processing_time_ms,
    started_at = excluded.started_at,
    ended_at = excluded.ended_at,
    created_at = excluded.created_at,
    updated_at = excluded.updated_at,
    loaded_at = now()
