-- step: mends fact_cloudwatch_log
-- Lines that are told otherwise now.
update fact_cloudwatch_log as known
set
    correlation_id = changed.correlation_id,
    node_id = changed.node_id,
    request_duration_ms = changed.request_duration_ms,
    error_pattern_key = changed.error_pattern_key,
    http_status = changed.http_status,
    part_count = changed.part_count,
    severity = changed.severity,
    message = changed.message,
    stack_trace = changed.stack_trace,
    user_id = changed.user_id,
    environment = changed.environment,
    service_name = changed.service_name,
    http_method = changed.http_method,
    request_path = changed.request_path,
    unparsed_reason = changed.unparsed_reason,
    error_category = changed.error_category,
    metadata = changed.metadata,
    scenario_id = changed.scenario_id,
    run_id = changed.run_id,
    link = changed.link,
    loaded_at = now()
from log_changed as changed
where known.log_timestamp = changed.log_timestamp
    and known.log_group = changed.log_group
    and known.event_id = changed.event_id
    and known.log_timestamp between (select min(log_changed.log_timestamp) from log_changed)
    and (select max(log_changed.log_timestamp) from log_changed)
