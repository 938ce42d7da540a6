-- One row per explained run that failed or was slow: its verdict. Repeating it is harmless: only what differs is written.
with candidate as (
    select
        run_to_explain.run_fact_key,
        run_to_explain.run_id,
        run_to_explain.scenario_key,
        coalesce(nodes.node_key, -1) as node_key,
        'root_cause' as diagnostic_type,
        root_cause.severity,
        root_cause.diagnostic_category,
        root_cause.diagnostic_message,
        run_to_explain.correlation_id,
        root_cause.diagnostic_details,
        root_cause.cloudwatch_log_references
    from run_to_explain
    inner join root_cause
        on root_cause.run_id = run_to_explain.run_id
    left join dim_node as nodes
        on nodes.node_id = root_cause.node_id
    where root_cause.severity <> 'info' -- it neither failed nor was slow
)

insert into fact_run_diagnostic (
    run_fact_key, run_id, scenario_key, node_key, diagnostic_type, severity, diagnostic_category, diagnostic_message,
    correlation_id, diagnostic_details, cloudwatch_log_references
)
select candidate.*
from candidate
left join fact_run_diagnostic as known
    on known.scenario_key = candidate.scenario_key
    and known.run_id = candidate.run_id
    and known.diagnostic_type = candidate.diagnostic_type
    and known.node_key = candidate.node_key
    and known.diagnostic_category = candidate.diagnostic_category
where known.run_id is null
    or (
        known.severity, known.diagnostic_message, known.correlation_id, known.diagnostic_details,
        known.cloudwatch_log_references
    ) is distinct from (
        candidate.severity, candidate.diagnostic_message, candidate.correlation_id, candidate.diagnostic_details,
        candidate.cloudwatch_log_references
    )
on conflict (scenario_key, run_id, diagnostic_type, node_key, diagnostic_category) do update set
    severity = excluded.severity,
    diagnostic_message = excluded.diagnostic_message,
    correlation_id = excluded.correlation_id,
    diagnostic_details = excluded.diagnostic_details,
    cloudwatch_log_references = excluded.cloudwatch_log_references,
    loaded_at = now()
