-- step: writes fact_run_diagnostic
-- One row per finding about a run. Repeating it is harmless: only what differs is written.
insert into fact_run_diagnostic (
    run_fact_key, run_id, scenario_key, node_key, diagnostic_type, severity, diagnostic_category, diagnostic_message,
    input_hash_at_run, correlation_id, diagnostic_details
)
select
    finding.run_fact_key,
    finding.run_id,
    finding.scenario_key,
    finding.node_key,
    finding.diagnostic_type,
    finding.severity,
    finding.diagnostic_category,
    finding.diagnostic_message,
    finding.input_hash_at_run,
    finding.correlation_id,
    finding.diagnostic_details
from finding
left join fact_run_diagnostic as known
    on known.scenario_key = finding.scenario_key
    and known.run_id = finding.run_id
    and known.diagnostic_type = finding.diagnostic_type
    and known.node_key = finding.node_key
    and known.diagnostic_category = finding.diagnostic_category
where known.run_id is null
    or (
        known.severity, known.diagnostic_message, known.input_hash_at_run, known.correlation_id, known.diagnostic_details
    ) is distinct from (
        finding.severity, finding.diagnostic_message, finding.input_hash_at_run, finding.correlation_id,
        finding.diagnostic_details
    )
on conflict (scenario_key, run_id, diagnostic_type, node_key, diagnostic_category) do update set
    severity = excluded.severity,
    diagnostic_message = excluded.diagnostic_message,
    input_hash_at_run = excluded.input_hash_at_run,
    correlation_id = excluded.correlation_id,
    diagnostic_details = excluded.diagnostic_details,
    loaded_at = now()
