-- step: adds fact_cloudwatch_log
-- One row per log line that is new. Repeating it is harmless: what is known is not read again.
insert into fact_cloudwatch_log (
    log_timestamp, ingested_at, correlation_id, scenario_id, run_id, node_id, request_duration_ms, error_pattern_key,
    http_status, part_count, log_group, event_id, log_stream, severity, message, stack_trace, user_id, environment,
    service_name, http_method, request_path, unparsed_reason, error_category, link, metadata
)
select
    candidate.log_timestamp,
    candidate.ingested_at,
    candidate.correlation_id,
    candidate.scenario_id,
    candidate.run_id,
    candidate.node_id,
    candidate.request_duration_ms,
    candidate.error_pattern_key,
    candidate.http_status,
    candidate.part_count,
    candidate.log_group,
    candidate.event_id,
    candidate.log_stream,
    candidate.severity,
    candidate.message,
    candidate.stack_trace,
    candidate.user_id,
    candidate.environment,
    candidate.service_name,
    candidate.http_method,
    candidate.request_path,
    candidate.unparsed_reason,
    candidate.error_category,
    candidate.link,
    candidate.metadata
from log_candidate as candidate
left join log_known
    on log_known.line_no = candidate.line_no
where log_known.line_no is null
