-- A small warehouse that is consistent in itself; "today" is 2026-02-10. Ids tell what they are: models 30..., cycles 31...,
-- scenarios 5c..., nodes 0d..., runs 4e..., input versions da..., calculations ca..., requests ee....
insert into dim_date (date_key, full_date, year, quarter, month, week_of_year, day_of_week, is_weekday)
select
    to_char(day, 'YYYYMMDD')::int, day::date, extract(year from day), extract(quarter from day), extract(month from day),
    extract(week from day), extract(isodow from day) - 1, extract(isodow from day) < 6
from generate_series(timestamp '2026-01-01', timestamp '2026-02-28', interval '1 day') as day;

insert into dim_model (
    model_key, model_id, model_name, therapeutic_area, disease_area, publish_level, model_type, country_name, region_name,
    model_version, is_active, created_at
) overriding system value values
(1, '30000000-0000-4000-8000-000000000001', 'Lung Cancer US', 'Oncology', 'NSCLC', 'country', 'incidence', 'USA', null,
    '1.0', true, '2025-12-01T08:00Z'),
(2, '30000000-0000-4000-8000-000000000002', 'Diabetes EU', 'Metabolic', 'Type 2', 'region', 'prevalence', null, 'EU',
    null, true, '2025-12-02T08:00Z');

insert into dim_forecast_cycle (
    forecast_cycle_key, forecast_init_id, model_key, cycle_name, initiated_by, horizon_start, horizon_end,
    cycle_start_date, cycle_end_date, initiated_at
) overriding system value values
(1, '31000000-0000-4000-8000-000000000001', 1, 'May 5YP', 'asmith', 2026, 2031, '2026-01-01', '2026-05-31',
    '2026-01-01T08:00Z');

insert into dim_user (user_key, user_id, display_name, first_seen_at, last_seen_at) overriding system value values
(1, 'jdoe', 'jdoe', '2026-01-03T09:00Z', '2026-02-09T12:00Z'),
(2, 'asmith', 'asmith', '2026-01-01T08:00Z', '2026-02-09T09:00Z'),
(3, '=cmd()', '=cmd()', '2026-01-01T08:00Z', '2026-01-02T09:00Z'),
(4, 'idle user', 'idle user', null, null);

insert into dim_scenario (
    scenario_key, scenario_id, model_key, forecast_cycle_key, created_by_user_key, scenario_name, current_status,
    country_name, currency, scenario_start_year, scenario_end_year, is_starter, created_at, updated_at
) overriding system value values
(1, '5c000000-0000-4000-8000-000000000001', 1, 1, 1, 'US Base Case', 'draft', 'USA', 'USD', 2026, 2031, false,
    '2026-01-03T09:00Z', '2026-02-09T10:52Z'),
(2, '5c000000-0000-4000-8000-000000000002', 1, 1, 2, 'US Upside', 'withdrawn', 'USA', 'USD', 2026, 2031, false,
    '2026-01-04T09:00Z', '2026-02-05T10:35Z'),
(3, '5c000000-0000-4000-8000-000000000003', 2, -1, 2, 'EU Base Case', 'draft', null, 'EUR', 2026, 2031, true,
    '2026-01-05T09:00Z', '2026-01-05T09:00Z'),
(4, '5c000000-0000-4000-8000-000000000004', 2, -1, 3, '@EU "Never", run', 'draft', null, 'EUR', 2026, 2031, false,
    '2026-01-06T09:00Z', '2026-01-06T09:00Z'),
(5, '5c000000-0000-4000-8000-000000000005', 2, -1, 1, 'EU Running', 'locked', null, 'EUR', 2026, 2031, false,
    null, null);

update dim_scenario
set therapeutic_area = dim_model.therapeutic_area
from dim_model
where dim_scenario.model_key = dim_model.model_key;

insert into dim_node (
    node_key, node_id, model_key, node_name, node_type, flow, tab_path, group_name, sequence, is_output, disabled,
    created_at
) overriding system value values
(1, '0d000000-0000-4000-8000-000000000001', 1, 'Market Share', 'input', 'patient_flow', 'Market / Shares', 'Shares', 1,
    false, false, '2025-12-01T08:00Z'),
(2, '0d000000-0000-4000-8000-000000000002', 1, 'Treatment Share', 'calculation', 'patient_flow', 'Market / Shares',
    'Shares', 2, false, false, '2025-12-01T08:00Z'),
(3, '0d000000-0000-4000-8000-000000000003', 1, 'Revenue', 'output', 'revenue', 'Output', 'Totals', 3, true, false,
    '2025-12-01T08:00Z'),
(4, '0d000000-0000-4000-8000-000000000004', 2, 'Treatment Duration', 'input', 'patient_flow', 'Market', 'Durations', 1,
    false, false, '2025-12-02T08:00Z');

insert into dim_error_pattern (
    error_pattern_key, fingerprint, pattern, error_category, category_rule, severity, first_seen_at, last_seen_at
) overriding system value values
(1, 'f00000000001', 'Shares must sum to at most <*>, got <*>', 'validation', 'must-be', 'major', '2026-01-20T10:00Z',
    '2026-02-09T11:05Z'),
(2, 'f00000000002', 'Engine did not answer within <*> s', 'timeout', 'timed-out', 'critical', '2026-02-09T12:00Z',
    '2026-02-09T12:00Z'),
(3, 'f00000000003', 'Duration must be between <*> and <*> months', 'validation', 'must-be', 'major',
    '2026-01-10T10:00Z', '2026-01-11T10:00Z');

insert into fact_scenario_run (
    run_fact_key, run_id, scenario_key, model_key, forecast_cycle_key, run_by_user_key, run_date_key, error_pattern_key,
    run_status, run_outcome, fail_reason, error_category, input_snapshot_hash, correlation_id, duration_seconds,
    branch_count, node_calc_total, node_calc_success, node_calc_failed, node_calc_timeout, run_started_at, run_ended_at
) overriding system value values
(1, '4e000000-0000-4000-8000-000000000001', 1, 1, 1, 1, 20260120, 1, 'failed', 'failed',
    'Shares must sum to at most 1, got 1.2', 'validation', 'h1', 'ee000000-0000-4000-8000-000000000001', 10.000,
    1, 3, 1, 2, 0, '2026-01-20T10:00Z', '2026-01-20T10:00:10Z'),
(2, '4e000000-0000-4000-8000-000000000002', 1, 1, 1, 1, 20260208, null, 'success', 'success',
    null, null, 'h2', 'ee000000-0000-4000-8000-000000000002', 42.500,
    1, 3, 3, 0, 0, '2026-02-08T09:00Z', '2026-02-08T09:00:42.5Z'),
(3, '4e000000-0000-4000-8000-000000000003', 1, 1, 1, 1, 20260209, 1, 'failed', 'failed',
    'Shares must sum to at most 1, got 1.7', 'validation', 'h3', 'ee000000-0000-4000-8000-000000000003', 12.250,
    1, 3, 1, 2, 0, '2026-02-09T11:05Z', '2026-02-09T11:05:12.25Z'),
(4, '4e000000-0000-4000-8000-000000000004', 1, 1, 1, 2, 20260209, 2, 'timed out', 'timeout',
    'Engine did not answer within 300 s', 'timeout', 'h3', 'ee000000-0000-4000-8000-000000000004', 300.000,
    1, 3, 2, 0, 1, '2026-02-09T12:00Z', '2026-02-09T12:05Z'),
(5, '4e000000-0000-4000-8000-000000000005', 2, 1, 1, 2, 20260201, null, 'success', 'success',
    null, null, 'h4', null, 30.000, 1, 3, 3, 0, 0, '2026-02-01T09:00Z', '2026-02-01T09:00:30Z'),
(6, '4e000000-0000-4000-8000-000000000006', 2, 1, 1, 2, 20260202, 1, 'FAILED', 'failed',
    'Shares must sum to at most 1, got 2', 'validation', 'h5', null, 5.000, 1, 3, 2, 1, 0, '2026-02-02T09:00Z',
    '2026-02-02T09:00:05Z'),
(7, '4e000000-0000-4000-8000-000000000007', 2, 1, 1, 2, 20260203, null, 'Success', 'success',
    null, null, 'h4', null, 31.000, 1, 3, 3, 0, 0, '2026-02-03T09:00Z', '2026-02-03T09:00:31Z'),
(8, '4e000000-0000-4000-8000-000000000008', 3, 2, -1, 2, 20260110, 3, 'failed', 'failed',
    '=Duration must be between 1 and 120 months', 'validation', null, null, 1.500, 1, 1, 0, 1, 0, '2026-01-10T10:00Z',
    '2026-01-10T10:00:01.5Z'),
(9, '4e000000-0000-4000-8000-000000000009', 3, 2, -1, 2, 20260111, 3, 'failed', 'failed',
    'Duration must be between 1 and 120 months', null, null, null, 1.250, 1, 1, 0, 1, 0, '2026-01-11T10:00Z',
    '2026-01-11T10:00:01.25Z'),
(10, '4e000000-0000-4000-8000-000000000010', 5, 2, -1, -1, 20260210, null, 'IN_PROGRESS', 'in_progress',
    null, null, null, null, null, 1, 1, 0, 0, 0, '2026-02-10T11:00Z', null),
(11, '4e000000-0000-4000-8000-000000000011', 5, 2, -1, 1, 20260209, null, 'paused?', 'unknown',
    null, null, null, null, null, 1, 1, 0, 0, 0, '2026-02-09T11:00Z', null);

insert into fact_scenario_input_change (
    node_data_id, scenario_key, node_key, changed_by_user_key, change_date_key, run_id_before, run_id_after,
    correlation_id, change_source, previous_input_hash, new_input_hash, change_sequence, is_duplicate, is_initial,
    is_validated, input_diff_summary, input_data, changed_at, ended_at
) values
('da000000-0000-4000-8000-000000000001', 1, 1, 1, 20260103, null, '4e000000-0000-4000-8000-000000000001',
    'ee000000-0000-4000-8000-000000000101', 'create_scenario', null, 'a1', 1, false, true, true, null,
    '{"market_share": 0.1, "region": "US"}', '2026-01-03T09:00Z', '2026-02-09T10:52Z'),
('da000000-0000-4000-8000-000000000002', 1, 1, 1, 20260209, '4e000000-0000-4000-8000-000000000002',
    '4e000000-0000-4000-8000-000000000003', 'ee000000-0000-4000-8000-000000000102', 'edit', 'a1', 'a2', 2, false, false,
    false,
    '{"count": 1, "changes": [{"path": "market_share", "kind": "changed", "before": 0.1, "after": 0.9, "delta": 0.8, "percent": 800}]}',
    '{"market_share": 0.9, "region": "US"}', '2026-02-09T10:52Z', null),
('da000000-0000-4000-8000-000000000003', 1, 2, 1, 20260103, null, '4e000000-0000-4000-8000-000000000001', null,
    'create_scenario', null, 'b1', 1, false, true, null, null, '{"share": 0.8}', '2026-01-03T09:00Z', null),
('da000000-0000-4000-8000-000000000004', 1, 3, 1, 20260103, null, '4e000000-0000-4000-8000-000000000001', null,
    'create_scenario', null, 'c1', 1, false, true, null, null, '{"price": [1, 2]}', '2026-01-03T09:00Z',
    '2026-02-09T11:30Z'),
('da000000-0000-4000-8000-000000000005', 1, 3, -1, 20260209, '4e000000-0000-4000-8000-000000000003',
    '4e000000-0000-4000-8000-000000000004', null, 'edit', 'c1', 'c1', 2, true, false, null,
    '{"count": 0, "changes": []}', '{"price": [1, 2]}', '2026-02-09T11:30Z', null);

insert into fact_node_calc_detail (
    calc_id, run_id, run_fact_key, branch_id, node_data_id, scenario_key, node_key, error_pattern_key, event_tag,
    calc_status, calc_outcome, error_message, error_category, processing_time_ms, started_at, ended_at, created_at,
    updated_at
) values
('ca000000-0000-4000-8000-000000000021', '4e000000-0000-4000-8000-000000000002', 2,
    'b0000000-0000-4000-8000-000000000002', 'da000000-0000-4000-8000-000000000001', 1, 1, null, 'without events',
    'success', 'success', null, null, 100, '2026-02-08T09:00Z', '2026-02-08T09:00:00.1Z', '2026-02-08T09:00Z',
    '2026-02-08T09:00:00.1Z'),
('ca000000-0000-4000-8000-000000000022', '4e000000-0000-4000-8000-000000000002', 2,
    'b0000000-0000-4000-8000-000000000002', 'da000000-0000-4000-8000-000000000003', 1, 2, null, 'without events',
    'success', 'success', null, null, 200, '2026-02-08T09:00Z', '2026-02-08T09:00:00.2Z', '2026-02-08T09:00Z',
    '2026-02-08T09:00:00.2Z'),
('ca000000-0000-4000-8000-000000000031', '4e000000-0000-4000-8000-000000000003', 3,
    'b0000000-0000-4000-8000-000000000003', 'da000000-0000-4000-8000-000000000002', 1, 1, null, 'without events',
    'success', 'success', null, null, 100, '2026-02-09T11:05Z', '2026-02-09T11:05:00.1Z', '2026-02-09T11:05Z',
    '2026-02-09T11:05:00.1Z'),
('ca000000-0000-4000-8000-000000000032', '4e000000-0000-4000-8000-000000000003', 3,
    'b0000000-0000-4000-8000-000000000003', 'da000000-0000-4000-8000-000000000003', 1, 2, 1, 'without events',
    'failed', 'failed', 'Shares must sum to at most 1, got 1.7', 'validation', 120, '2026-02-09T11:05:01Z',
    '2026-02-09T11:05:01.12Z', '2026-02-09T11:05Z', '2026-02-09T11:05:01.12Z'),
('ca000000-0000-4000-8000-000000000041', '4e000000-0000-4000-8000-000000000004', 4,
    'b0000000-0000-4000-8000-000000000004', 'da000000-0000-4000-8000-000000000003', 1, 2, 2, 'without events',
    'timeout', 'timeout', null, null, null, '2026-02-09T12:00:01Z', null, '2026-02-09T12:00Z', '2026-02-09T12:05Z');

insert into fact_scenario_state_change (
    scenario_id, scenario_key, changed_by_user_key, transition_type, previous_status, new_status, change_reason,
    correlation_id, metadata, changed_at
) values
('5c000000-0000-4000-8000-000000000002', 2, 2, 'created', null, 'draft', null, null, null, '2026-01-04T09:00Z'),
('5c000000-0000-4000-8000-000000000002', 2, 2, 'submitted', 'draft', 'submitted', null,
    'ee000000-0000-4000-8000-000000000201', null, '2026-02-05T10:30Z'),
('5c000000-0000-4000-8000-000000000002', 2, -1, 'withdrawn', 'submitted', 'withdrawn', 'wrong price',
    'ee000000-0000-4000-8000-000000000202', '{"overwritten_before": "locked"}', '2026-02-05T10:35Z');

insert into fact_user_action (
    user_key, scenario_key, action_type, action_category, target_entity_type, target_entity_id, correlation_id,
    request_endpoint, http_method, error_message, request_duration_ms, success, action_details, action_timestamp
) values
(1, 1, 'create_scenario', 'scenario_mgmt', 'scenario', '5c000000-0000-4000-8000-000000000001',
    'ee000000-0000-4000-8000-000000000101', '/scenarios', 'POST', null, 180, true, null, '2026-01-03T09:00Z'),
(1, 1, 'run_forecast', 'forecast_run', 'run', '4e000000-0000-4000-8000-000000000001',
    'ee000000-0000-4000-8000-000000000001', null, null, 'Shares must sum to at most 1, got 1.2', null, false, null,
    '2026-01-20T10:00Z'),
(1, 1, 'run_forecast', 'forecast_run', 'run', '4e000000-0000-4000-8000-000000000002',
    'ee000000-0000-4000-8000-000000000002', null, null, null, null, true, null, '2026-02-08T09:00Z'),
(1, 1, 'edit_input_data', 'input_data', 'node_input', 'da000000-0000-4000-8000-000000000002',
    'ee000000-0000-4000-8000-000000000102', '/inputs', 'PUT', null, 35, true,
    '{"node": "Market Share", "keys": ["market_share"]}', '2026-02-09T10:52Z'),
(1, 1, 'run_forecast', 'forecast_run', 'run', '4e000000-0000-4000-8000-000000000003',
    'ee000000-0000-4000-8000-000000000003', null, null, 'Shares must sum to at most 1, got 1.7', null, false, null,
    '2026-02-09T11:05Z'),
(1, 5, 'run_forecast', 'forecast_run', 'run', '4e000000-0000-4000-8000-000000000011', null, null, null, null, null,
    null, null, '2026-02-09T11:35:00.000001Z'),
(1, -1, 'initiate_forecast', 'config_change', 'forecast_cycle', '31000000-0000-4000-8000-000000000001', null, null,
    null, null, null, null, null, '2026-02-09T11:40Z'),
(2, 2, 'submit_scenario', 'scenario_mgmt', 'scenario', '5c000000-0000-4000-8000-000000000002',
    'ee000000-0000-4000-8000-000000000201', null, null, null, null, true, null, '2026-02-05T10:30Z');

insert into fact_run_diagnostic (
    run_fact_key, run_id, scenario_key, node_key, diagnostic_type, severity, diagnostic_category, diagnostic_message,
    diagnostic_details
) values
(3, '4e000000-0000-4000-8000-000000000003', 1, -1, 'perf_metric', 'info', 'duration', 'Took 12 s, as usual', null),
(3, '4e000000-0000-4000-8000-000000000003', 1, 1, 'root_cause', 'critical', 'input_change',
    'market_share was changed from 0.1 to 0.9', '{"node_data_id": "da000000-0000-4000-8000-000000000002"}');

insert into fact_cloudwatch_log (
    log_key, event_id, log_group, log_stream, run_id, scenario_id, correlation_id, error_pattern_key, service_name,
    environment, severity, error_category, message, stack_trace, log_timestamp
) overriding system value values
(1, 'e1', '/forecast/engine', 'engine-1', '4e000000-0000-4000-8000-000000000003',
    '5c000000-0000-4000-8000-000000000001', 'ee000000-0000-4000-8000-000000000003', null, 'engine', 'prod', 'INFO', null,
    'run started', null, '2026-02-09T11:05:00.5Z'),
(2, 'e2', '/forecast/engine', 'engine-1', '4e000000-0000-4000-8000-000000000003',
    '5c000000-0000-4000-8000-000000000001', 'ee000000-0000-4000-8000-000000000003', 1, 'engine', 'prod', 'ERROR',
    'validation', 'Shares must sum to at most 1, got 1.7', E'ValueError\n  at shares.py:12', '2026-02-09T11:05:01.2Z'),
(3, 'e3', '/forecast/engine', null, '4e000000-0000-4000-8000-000000000004', null, null, 2, null, null, 'ERROR',
    'timeout', 'Engine did not answer within 300 s', null, '2026-02-09T12:05Z');

insert into agg_log_hour (hour_start, log_group, environment, severity, line_count, left_out_count)
select
    date_trunc('hour', log_timestamp, 'UTC'), log_group, coalesce(environment, ''), severity, count(*), 0
from fact_cloudwatch_log
group by 1, 2, 3, 4;

insert into agg_error_pattern_hour (error_pattern_key, hour_start, environment, severity, line_count)
select error_pattern_key, date_trunc('hour', log_timestamp, 'UTC'), coalesce(environment, ''), severity, count(*)
from fact_cloudwatch_log
where error_pattern_key is not null
group by 1, 2, 3, 4;

insert into agg_error_pattern_day (day, error_pattern_key, environment, severity, line_count)
select (log_timestamp at time zone 'UTC')::date, error_pattern_key, coalesce(environment, ''), severity, count(*)
from fact_cloudwatch_log
where error_pattern_key is not null
group by 1, 2, 3, 4;

insert into agg_error_pattern_subject (error_pattern_key, subject_type, subject_id, line_count)
select error_pattern_key, 'scenario', scenario_id::text, count(*)
from fact_cloudwatch_log
where error_pattern_key is not null and scenario_id is not null
group by 1, 2, 3;

insert into etl_log_group (
    log_group, read_to, complete_to, last_event_at, lag_p50_seconds, lag_p99_seconds, lag_max_seconds, events_read,
    last_error_at
) values
('/forecast/engine', '2026-02-10T11:00Z', '2026-02-10T10:58Z', null, null, null, null, 3, null),
('/forecast/worker', '2026-02-10T11:00Z', '2026-02-10T10:59:18Z', '2026-02-10T08:00Z', 3.25, 42, 700.5, 5,
    '2026-02-10T11:05Z');

-- Lines that belong to nothing we know, or to something whose load has not found them yet.
update fact_cloudwatch_log set link = 'run';
insert into fact_cloudwatch_log (
    log_key, event_id, log_group, log_stream, run_id, scenario_id, correlation_id, severity, error_category, message, link,
    unparsed_reason, log_timestamp
) overriding system value values
(90, 'u1', '/forecast/engine', 'engine-1', '4e000000-0000-4000-8000-000000000099', null, null, 'ERROR', null,
    'Run lost', 'unknown', null, '2026-02-08T10:00Z'),
(91, 'u2', '/forecast/worker', null, null, null, null, 'ERROR', 'network', 'Push of metrics failed', 'none', null,
    '2026-02-08T11:00Z'),
(92, 'u3', '/forecast/worker', null, null, null, null, 'UNKNOWN', null, '{"level":', 'none', 'broken JSON',
    '2026-02-08T11:00Z'),
(93, 'u4', '/forecast/worker', null, null, '5c000000-0000-4000-8000-000000000001', null, 'FATAL', null,
    'US Base Case waits', 'unknown', null, '2026-02-10T08:00Z'),
(94, 'u5', '/forecast/worker', null, null, '5c000000-0000-4000-8000-000000000003', null, 'ERROR', null,
    'EU waits', 'unknown', null, '2026-02-09T08:00Z');

insert into fact_reliability_daily (
    date_key, model_key, top_failing_node_key, top_error_category, total_runs, successful_runs, failed_runs,
    timeout_runs, total_node_failures, avg_duration_seconds, p95_duration_seconds
) values
(20260110, 2, 4, 'validation', 1, 0, 1, 0, 1, 1.500, 1.500),
(20260111, 2, 4, 'validation', 1, 0, 1, 0, 1, 1.250, 1.250),
(20260120, 1, 2, 'validation', 1, 0, 1, 0, 2, 10.000, 10.000),
(20260201, 1, null, null, 1, 1, 0, 0, 0, 30.000, 30.000),
(20260202, 1, 2, 'validation', 1, 0, 1, 0, 1, 5.000, 5.000),
(20260203, 1, null, null, 1, 1, 0, 0, 0, 31.000, 31.000),
(20260208, 1, null, null, 1, 1, 0, 0, 0, 42.500, 42.500),
(20260209, 1, 2, 'timeout', 2, 0, 1, 1, 3, 156.125, 300.000),
(20260209, 2, null, null, 1, 0, 0, 0, 0, null, null),
(20260210, 2, null, null, 1, 0, 0, 0, 0, null, null);

insert into view_scenario_audit_trail (
    audit_key, scenario_key, scenario_id, node_key, run_id, correlation_id, event_type, event_category, user_id,
    event_description, event_metadata, event_timestamp
) values
('state:1', 1, '5c000000-0000-4000-8000-000000000001', null, null, 'ee000000-0000-4000-8000-000000000101',
    'state_change', 'created', 'jdoe', 'jdoe created the scenario', null, '2026-01-03T09:00Z'),
('run:1:start', 1, '5c000000-0000-4000-8000-000000000001', null, '4e000000-0000-4000-8000-000000000001',
    'ee000000-0000-4000-8000-000000000001', 'run_started', 'in_progress', 'jdoe', 'jdoe started a run', null,
    '2026-01-20T10:00Z'),
('run:1:end', 1, '5c000000-0000-4000-8000-000000000001', null, '4e000000-0000-4000-8000-000000000001',
    'ee000000-0000-4000-8000-000000000001', 'run_completed', 'failed', 'jdoe', 'the run failed',
    '{"duration_seconds": 10}', '2026-01-20T10:00:10Z'),
('input:2', 1, '5c000000-0000-4000-8000-000000000001', 1, null, 'ee000000-0000-4000-8000-000000000102',
    'input_change', 'edited', 'jdoe', 'jdoe changed Market Share', '{"count": 1}', '2026-02-09T10:52Z'),
('run:3:start', 1, '5c000000-0000-4000-8000-000000000001', null, '4e000000-0000-4000-8000-000000000003', null,
    'run_started', 'in_progress', 'jdoe', 'jdoe started a run', null, '2026-02-09T11:05Z'),
('run:3:end', 1, '5c000000-0000-4000-8000-000000000001', null, '4e000000-0000-4000-8000-000000000003', null,
    'run_completed', 'failed', 'jdoe', 'the run failed', null, '2026-02-09T11:05:12.25Z'),
('state:2', 2, '5c000000-0000-4000-8000-000000000002', null, null, null, 'state_change', 'created', null,
    'the scenario was created', null, '2026-01-04T09:00Z');

insert into etl_run (mode, status, version, rows_written, source_snapshot_at, started_at, ended_at) values
('full', 'published', 1, 100, '2026-02-10T11:40Z', '2026-02-10T11:40Z', '2026-02-10T11:41Z'),
('incremental', 'unchanged', null, 0, '2026-02-10T11:55Z', '2026-02-10T11:55Z', '2026-02-10T11:55:01Z');

insert into dim_problem (
    problem_key, problem_id, problem_kind, problem_class, root_fingerprint, node_name, model_key, owner_name,
    episode_count, is_open, first_seen_at, last_seen_at, recovered_at
) overriding system value values
(1, 'a10000000001', 'failure', 'input', 'f00000000001', 'Market Share', -1, 'asmith', 1, true, '2026-01-20T10:00Z',
    '2026-02-09T11:05Z', null),
(2, 'b20000000002', 'failure', 'platform', 'f00000000003', '', -1, null, 1, true, '2026-01-10T10:00Z',
    '2026-01-11T10:00Z', null);

insert into fact_problem_run (
    run_id, scenario_key, problem_key, model_key, problem_kind, verdict_class, root_fingerprint, node_name, run_started_at
)
select
    run.run_id,
    run.scenario_key,
    case when run.scenario_key = 3 then 2 else 1 end,
    -1,
    'failure',
    case when run.scenario_key = 3 then 'platform' else 'input' end,
    case when run.scenario_key = 3 then 'f00000000003' else 'f00000000001' end,
    case when run.scenario_key = 3 then 'Duration' else 'Market Share' end,
    run.run_started_at
from fact_scenario_run as run
where run.run_fact_key in (1, 3, 6, 8, 9);

update fact_scenario_run
set problem_key = struck.problem_key
from fact_problem_run as struck
where fact_scenario_run.run_id = struck.run_id;

insert into dim_release (
    release_key, release_name, service_name, environment, model_key, release_source, told_by, released_at
) overriding system value values
(1, '3.1.0', 'engine', 'prod', -1, 'log', 'deployed_of', '2026-01-10T09:00Z'),
(2, '7', '', '', 1, 'model', null, '2026-01-02T09:00Z');

insert into fact_problem_episode (
    problem_key, episode_no, release_key, recovery, first_run_id, last_run_id, started_at, last_failed_at, recovered_at
) values
(1, 1, null, null, '4e000000-0000-4000-8000-000000000001', '4e000000-0000-4000-8000-000000000003',
    '2026-01-20T10:00Z', '2026-02-09T11:05Z', null),
(2, 1, 1, null, '4e000000-0000-4000-8000-000000000008', '4e000000-0000-4000-8000-000000000009',
    '2026-01-10T10:00Z', '2026-01-11T10:00Z', null);

insert into fact_problem_action (
    problem_key, action_id, action_type, acted_by, note, argument, acted_at
) values
(1, 'c30000000001', 'assign', 'user:asmith', null, 'asmith', '2026-02-09T13:00Z'),
(1, 'c30000000002', 'note', 'user:asmith', '=Seen by the team of <b>US Base Case</b>', null, '2026-02-09T13:05Z');

select setval(pg_get_serial_sequence('dim_problem', 'problem_key'), 2);
select setval(pg_get_serial_sequence('dim_release', 'release_key'), 2);

insert into fact_run_verdict (
    scenario_key, run_id, verdict_no, verdict_class, cause, first_suspect, probability, headline, rules_version,
    evidence_hash, etl_run_id, changed_by, said_at
) values
(1, '4e000000-0000-4000-8000-000000000003', 1, 'unknown', null, 'market_share of Market Share', 0.4,
    'Run failed in Market Share; the evidence does not show why.', '1.0.0+0a1b2c3d', repeat('a', 64), 1, '{}',
    '2026-02-09T11:06Z'),
(1, '4e000000-0000-4000-8000-000000000003', 2, 'input', 'market_share of Market Share', 'market_share of Market Share', 0.93,
    'Run failed in Market Share: market_share was changed from 0.10 to 0.90 by jdoe, 13 minutes before.',
    '1.0.0+0a1b2c3d', repeat('b', 64), 1, '{logs,later_run}', '2026-02-09T12:06Z');

insert into fact_problem_action (
    problem_key, action_id, action_type, acted_by, note, argument, run_id, cause_class, cause_node_id, cause_input, acted_at
)
select
    1,
    'c30000000003',
    'verdict_right',
    'user:asmith',
    'put back, and it ran',
    'market_share of Market Share',
    '4e000000-0000-4000-8000-000000000003',
    'input',
    '0d000000-0000-4000-8000-000000000001',
    'market_share',
    '2026-02-09T14:05Z';

-- All of it is what the first load wrote, so that it is what was known when that was published.
do $$
declare
    written text;
begin
    foreach written in array array[
        'dim_problem', 'dim_release', 'dim_scenario', 'fact_node_calc_detail', 'fact_problem_action', 'fact_problem_episode',
        'fact_run_diagnostic', 'fact_run_verdict', 'fact_scenario_run', 'view_scenario_audit_trail'
    ] loop
        execute format('update %I set loaded_at = ''2026-02-10T11:40Z''', written);
    end loop;
end;
$$;
delete from past_row;
update etl_run
set written_at = started_at
where version = 1;
