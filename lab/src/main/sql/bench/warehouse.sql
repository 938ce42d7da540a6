-- Fills an empty warehouse with made-up rows of a realistic shape, for measuring: 400 scenarios of 4 models, 10,000 runs
-- in two years up to now, 8 calculations each, inputs, events, actions, log events and the audit trail. Ids are hashes of a number,
-- so every fill is the same but for its times.
insert into dim_date (date_key, full_date, year, quarter, month, week_of_year, day_of_week, is_weekday)
select
    to_char(day, 'YYYYMMDD')::int,
    day::date,
    extract(year from day),
    extract(quarter from day),
    extract(month from day),
    extract(week from day),
    extract(isodow from day) - 1,
    extract(isodow from day) < 6
from generate_series(current_date - 760, current_date + 2, interval '1 day') as day;

insert into dim_model (model_key, model_id, model_name, therapeutic_area, disease_area, model_type, is_active)
overriding system value
select
    number,
    md5('model' || number)::uuid,
    'Model ' || number,
    case when number % 2 = 0 then 'Oncology' else 'Immunology' end,
    'Disease ' || number,
    'incidence',
    true
from generate_series(1, 4) as number;

insert into dim_user (user_key, user_id, display_name, first_seen_at, last_seen_at)
overriding system value
select
    number,
    'user' || number,
    'user' || number,
    now() - interval '700 days',
    now()
from generate_series(1, 40) as number;

insert into dim_scenario (
    scenario_key, scenario_id, model_key, forecast_cycle_key, created_by_user_key, scenario_name, current_status,
    currency, scenario_start_year, scenario_end_year, is_starter, created_at, updated_at
)
overriding system value
select
    number,
    md5('scenario' || number)::uuid,
    1 + number % 4,
    -1,
    1 + number % 40,
    'Scenario ' || number,
    'draft',
    'USD',
    2026,
    2031,
    false,
    now() - interval '730 days' + number * interval '1 hour',
    now()
from generate_series(1, 400) as number;

insert into dim_node (node_key, node_id, model_key, node_name, node_type, flow, tab_path, sequence, is_output, disabled)
overriding system value
select
    number,
    md5('node' || number)::uuid,
    1 + number % 4,
    'Node ' || number,
    'input',
    'patient_flow',
    'Market / Shares',
    number,
    false,
    false
from generate_series(1, 320) as number;

insert into dim_error_pattern (
    error_pattern_key, fingerprint, pattern, error_category, severity, first_seen_at, last_seen_at
)
overriding system value
select
    number,
    substr(md5('pattern' || number), 1, 12),
    'Value of field' || number || ' must be at most <*>',
    case when number % 3 = 0 then 'timeout' else 'validation' end,
    'major',
    now() - interval '700 days',
    now()
from generate_series(1, 40) as number;

insert into fact_scenario_run (
    run_fact_key, run_id, scenario_key, model_key, forecast_cycle_key, run_by_user_key, run_date_key, error_pattern_key,
    run_status, run_outcome, fail_reason, error_category, correlation_id, duration_seconds, branch_count,
    node_calc_total, node_calc_success, node_calc_failed, run_started_at, run_ended_at
)
overriding system value
select
    run.number,
    md5('run' || run.number)::uuid,
    1 + run.number % 400,
    1 + (1 + run.number % 400) % 4,
    -1,
    1 + run.number % 40,
    to_char(run.started_at at time zone 'UTC', 'YYYYMMDD')::int,
    case when run.is_failed then 1 + run.number % 40 end,
    case when run.is_failed then 'failed' else 'success' end,
    case when run.is_failed then 'failed' else 'success' end,
    case when run.is_failed then 'Value of field must be at most ' || run.number end,
    case when run.is_failed then 'validation' end,
    md5('request' || run.number)::uuid,
    30 + run.number % 60,
    1,
    8,
    case when run.is_failed then 6 else 8 end,
    case when run.is_failed then 2 else 0 end,
    run.started_at,
    run.started_at + interval '40 seconds'
from (
    select
        number,
        (number / 400) % 5 = 4 as is_failed,
        now() - interval '720 days' + number * interval '103 minutes' as started_at
    from generate_series(1, 10000) as number
) as run;

insert into fact_run_comparison (
    scenario_key, run_a_id, run_b_id, comparison_type, run_a_status, run_b_status, status_transition, changed_node_keys,
    input_changes_between, node_failures_delta, duration_delta_seconds, run_a_started_at, run_b_started_at
)
select
    pair.scenario_key,
    pair.run_a_id,
    pair.run_b_id,
    kind.word,
    'success',
    pair.run_b_status,
    'success to ' || pair.run_b_status,
    '{}',
    0,
    0,
    0,
    pair.run_a_started_at,
    pair.run_b_started_at
from (
    select
        run.scenario_key,
        run.run_id as run_b_id,
        run.run_status as run_b_status,
        run.run_started_at as run_b_started_at,
        lag(run.run_id) over before as run_a_id,
        lag(run.run_started_at) over before as run_a_started_at
    from fact_scenario_run as run
    window before as (partition by run.scenario_key order by run.run_started_at)
) as pair
cross join (values ('previous_run'), ('last_success')) as kind (word)
where pair.run_a_id is not null;

insert into fact_scenario_input_change (
    node_data_id, scenario_key, node_key, changed_by_user_key, change_date_key, correlation_id, change_source,
    previous_input_hash, new_input_hash, change_sequence, is_duplicate, is_initial, is_validated, input_diff_summary,
    input_data, changed_at, ended_at
)
select
    md5('input' || scenario.number || '.' || node.number || '.' || version.number)::uuid,
    scenario.number,
    node.number,
    1 + scenario.number % 40,
    to_char(now() - interval '720 days', 'YYYYMMDD')::int,
    md5('edit' || scenario.number || '.' || node.number || '.' || version.number)::uuid,
    case when version.number = 1 then 'create_scenario' else 'edit' end,
    case when version.number > 1 then md5(scenario.number || '.' || node.number || '.' || version.number - 1) end,
    md5(scenario.number || '.' || node.number || '.' || version.number),
    version.number,
    false,
    version.number = 1,
    true,
    null,
    jsonb_build_object(
        'market_share', 0.1 * version.number,
        'yearly', jsonb_build_array(
            jsonb_build_object('year', 2026, 'value', 10 * version.number),
            jsonb_build_object('year', 2027, 'value', 20 * version.number)
        )
    ),
    now() - interval '725 days' + version.number * interval '200 days' + node.number * interval '1 minute',
    case
        when version.number < 3
            then now() - interval '525 days' + version.number * interval '200 days' + node.number * interval '1 minute'
    end
from generate_series(1, 400) as scenario (number)
cross join lateral (
    select every_node.number
    from generate_series(1, 320) as every_node (number)
    where
        every_node.number % 4 = scenario.number % 4
        and every_node.number <= 100
) as node
cross join generate_series(1, 3) as version (number);

insert into dim_event_type (event_type_key, event_type_id, event_type_name, is_inherent)
overriding system value
values (1, md5('event type')::uuid, 'Biosimilar entry', false);

insert into fact_event_input_change (
    event_data_id, scenario_key, event_type_key, changed_by_user_key, change_date_key, scenario_event_type_id,
    population_node_id, product_node_id, previous_input_hash, new_input_hash, change_sequence, is_duplicate, event_data,
    changed_at, ended_at
)
select
    md5('event' || scenario.number || '.' || version.number)::uuid,
    scenario.number,
    1,
    1 + scenario.number % 40,
    to_char(now() - interval '720 days', 'YYYYMMDD')::int,
    md5('event of ' || scenario.number)::uuid,
    md5('node' || 4 + scenario.number % 4)::uuid,
    md5('node' || 8 + scenario.number % 4)::uuid,
    case when version.number > 1 then md5('event' || scenario.number || '.' || version.number - 1) end,
    md5('event' || scenario.number || '.' || version.number),
    version.number,
    false,
    jsonb_build_object('entry_year', 2026 + version.number % 5, 'peak_share', 0.01 * version.number),
    now() - interval '725 days' + version.number * interval '60 days',
    case when version.number < 12 then now() - interval '665 days' + version.number * interval '60 days' end
from generate_series(1, 400) as scenario (number)
cross join generate_series(1, 12) as version (number);

insert into fact_node_calc_detail (
    calc_id, run_id, run_fact_key, branch_id, node_data_id, scenario_key, node_key, error_pattern_key, event_tag,
    calc_status, calc_outcome, error_message, error_category, processing_time_ms, started_at, ended_at, created_at,
    updated_at
)
select
    md5('calculation' || run.run_fact_key || '.' || node.number)::uuid,
    run.run_id,
    run.run_fact_key,
    md5('branch' || run.run_fact_key)::uuid,
    md5(
        'input' || run.scenario_key || '.' || node.node_key || '.' || 1 + (run.run_fact_key / 400) % 3
    )::uuid,
    run.scenario_key,
    node.node_key,
    case when run.node_calc_failed > 0 and node.number <= 2 then run.error_pattern_key end,
    'without events',
    case when run.node_calc_failed > 0 and node.number <= 2 then 'failed' else 'success' end,
    case when run.node_calc_failed > 0 and node.number <= 2 then 'failed' else 'success' end,
    case when run.node_calc_failed > 0 and node.number <= 2 then run.fail_reason end,
    case when run.node_calc_failed > 0 and node.number <= 2 then 'validation' end,
    100,
    run.run_started_at,
    run.run_started_at + interval '1 second',
    run.run_started_at,
    run.run_started_at + interval '1 second'
from fact_scenario_run as run
cross join lateral (
    select
        slot.number,
        (4 * slot.number + (run.scenario_key % 4))::int as node_key
    from generate_series(1, 8) as slot (number)
) as node;

insert into fact_user_action (
    user_key, scenario_key, action_type, action_category, target_entity_type, target_entity_id, correlation_id, success,
    action_timestamp
)
select
    run.run_by_user_key,
    run.scenario_key,
    'run_forecast',
    'forecast_run',
    'run',
    run.run_id,
    run.correlation_id,
    run.run_outcome = 'success',
    run.run_started_at
from fact_scenario_run as run;

insert into fact_scenario_state_change (
    scenario_id, scenario_key, changed_by_user_key, transition_type, previous_status, new_status, changed_at
)
select
    scenario.scenario_id,
    scenario.scenario_key,
    scenario.created_by_user_key,
    'created',
    null,
    'draft',
    scenario.created_at
from dim_scenario as scenario
where scenario.scenario_key > 0;

insert into fact_run_diagnostic (
    run_fact_key, run_id, scenario_key, node_key, diagnostic_type, severity, diagnostic_category, diagnostic_message
)
select
    run.run_fact_key,
    run.run_id,
    run.scenario_key,
    -1,
    'error_summary',
    'major',
    'validation',
    run.fail_reason
from fact_scenario_run as run
where run.run_outcome = 'failed';

insert into fact_cloudwatch_log (
    event_id, log_group, log_stream, run_id, scenario_id, correlation_id, error_pattern_key, severity, error_category,
    message, log_timestamp
)
select
    md5('log' || run.run_fact_key || '.' || line.number),
    '/forecast/engine',
    'engine-1',
    run.run_id,
    scenario.scenario_id,
    run.correlation_id,
    case when line.number = 4 then run.error_pattern_key end,
    case when line.number = 4 and run.run_outcome = 'failed' then 'ERROR' else 'INFO' end,
    case when line.number = 4 and run.run_outcome = 'failed' then 'validation' end,
    'Node ' || line.number || ' of run ' || run.run_id || ' computed in ' || line.number * 10 || ' ms',
    run.run_started_at + line.number * interval '1 second'
from fact_scenario_run as run
inner join dim_scenario as scenario
    on scenario.scenario_key = run.scenario_key
cross join generate_series(1, 4) as line (number);

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

insert into fact_reliability_daily (
    date_key, model_key, top_error_category, total_runs, successful_runs, failed_runs, timeout_runs,
    total_node_failures, avg_duration_seconds, p95_duration_seconds
)
select
    run.run_date_key,
    run.model_key,
    max(run.error_category),
    count(*),
    count(*) filter (where run.run_outcome = 'success'),
    count(*) filter (where run.run_outcome = 'failed'),
    0,
    sum(run.node_calc_failed),
    avg(run.duration_seconds),
    max(run.duration_seconds)
from fact_scenario_run as run
group by
    run.run_date_key,
    run.model_key;

insert into view_scenario_audit_trail (
    audit_key, scenario_key, scenario_id, run_id, correlation_id, event_type, event_category, user_id,
    event_description, event_timestamp
)
select
    'run:' || run.run_id || moment.suffix,
    run.scenario_key,
    scenario.scenario_id,
    run.run_id,
    run.correlation_id,
    moment.event_type,
    run.run_outcome,
    person.user_id,
    person.user_id || ' ran the scenario',
    run.run_started_at + moment.after_start
from fact_scenario_run as run
inner join dim_scenario as scenario
    on run.scenario_key = scenario.scenario_key
inner join dim_user as person
    on run.run_by_user_key = person.user_key
cross join (
    values
    (':start', 'run_started', interval '0'),
    (':end', 'run_completed', interval '40 seconds')
) as moment (suffix, event_type, after_start)
union all
select
    'input:' || version.node_data_id,
    version.scenario_key,
    scenario.scenario_id,
    null,
    version.correlation_id,
    'input_change',
    'edited',
    person.user_id,
    person.user_id || ' changed an input',
    version.changed_at
from fact_scenario_input_change as version
inner join dim_scenario as scenario
    on version.scenario_key = scenario.scenario_key
inner join dim_user as person
    on version.changed_by_user_key = person.user_key
where not version.is_initial;

insert into etl_run (mode, status, version, rows_written, source_snapshot_at, ended_at)
values ('full', 'published', 1, 0, now(), now());

analyze
