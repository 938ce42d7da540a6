analyze log_line (
    log_timestamp, log_group, event_id, line_no, run_id, correlation_id, scenario_id, node_id, class_no, is_kept
)
