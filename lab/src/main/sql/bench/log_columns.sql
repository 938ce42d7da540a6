event_id, log_group, log_stream, run_id, scenario_id, node_id, correlation_id, error_pattern_key, user_id, environment,
service_name, severity, error_category, message, stack_trace, metadata, log_timestamp, ingested_at, http_status,
part_count, request_duration_ms, http_method, request_path, link, unparsed_reason
