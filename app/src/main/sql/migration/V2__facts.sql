-- The facts. The primary key of each is its natural key and carries scenario_key, and no fact has a foreign key to
-- another fact, so that the tables can be distributed by scenario. Surrogate keys are plain identity columns.

create table fact_scenario_run (
    run_fact_key bigint generated always as identity,
    run_id uuid not null,
    scenario_key int not null references dim_scenario,
    model_key int not null references dim_model,
    forecast_cycle_key int not null references dim_forecast_cycle,
    run_by_user_key int not null references dim_user,
    run_date_key int not null references dim_date,
    error_pattern_key int references dim_error_pattern,
    run_status text not null,
    run_outcome text not null,
    fail_reason text,
    error_category text,
    input_snapshot_hash text,
    correlation_id uuid,
    duration_seconds numeric(12, 3),
    branch_count int not null default 0,
    node_calc_total int not null default 0,
    node_calc_success int not null default 0,
    node_calc_failed int not null default 0,
    node_calc_timeout int not null default 0,
    has_event_calcs boolean not null default false,
    run_started_at timestamptz not null,
    run_ended_at timestamptz,
    loaded_at timestamptz not null default now(),
    primary key (scenario_key, run_id)
);
create index fact_scenario_run_id on fact_scenario_run (run_id);
create index fact_scenario_run_key on fact_scenario_run (run_fact_key);
create index fact_scenario_run_scenario_time on fact_scenario_run (scenario_key, run_started_at);
create index fact_scenario_run_time on fact_scenario_run (run_started_at);
create index fact_scenario_run_correlation on fact_scenario_run (correlation_id);
create index fact_scenario_run_open on fact_scenario_run (run_id) where run_outcome in ('in_progress', 'unknown');
create index fact_scenario_run_pattern on fact_scenario_run (error_pattern_key) where error_pattern_key is not null;
comment on table fact_scenario_run is 'One row per run of a scenario. Source: fc_scenario_run.';
comment on index fact_scenario_run_id is 'For reports that start from a run id.';
comment on index fact_scenario_run_key is 'For joins from diagnostics and calculations.';
comment on index fact_scenario_run_scenario_time is 'For run history, run comparison and the run before and after an input change.';
comment on index fact_scenario_run_time is 'For lists of runs and the daily reliability.';
comment on index fact_scenario_run_correlation is 'For linking log events to runs.';
comment on index fact_scenario_run_open is 'For re-reading unfinished runs in the next load.';
comment on index fact_scenario_run_pattern is 'For the runs of an error pattern.';
comment on column fact_scenario_run.run_fact_key is 'Surrogate key.';
comment on column fact_scenario_run.run_id is 'Source: fc_scenario_run.id.';
comment on column fact_scenario_run.scenario_key is 'The scenario run.';
comment on column fact_scenario_run.model_key is 'The scenario''s model.';
comment on column fact_scenario_run.forecast_cycle_key is 'The scenario''s forecast cycle.';
comment on column fact_scenario_run.run_by_user_key is 'User who started the run.';
comment on column fact_scenario_run.run_date_key is 'UTC day the run started.';
comment on column fact_scenario_run.error_pattern_key is 'Pattern of fail_reason; null without one.';
comment on column fact_scenario_run.run_status is 'As the source writes it. Example: in progress, IN_PROGRESS, Success, failed, timeout.';
comment on column fact_scenario_run.run_outcome is 'run_status mapped: success, failed, timeout, in_progress or unknown. Unknown counts as neither success nor failure.';
comment on column fact_scenario_run.fail_reason is 'Source: fc_scenario_run.fail_reason, free text of at most 255 characters.';
comment on column fact_scenario_run.error_category is 'Category of fail_reason, or of the first failed calculation where the run has none; null for a run without an error.';
comment on column fact_scenario_run.input_snapshot_hash is 'MD5 over the sorted (node id, input hash) pairs the run used.';
comment on column fact_scenario_run.correlation_id is 'Source: fc_scenario_run.run_req_id.';
comment on column fact_scenario_run.duration_seconds is 'Seconds from start to end; null while it runs.';
comment on column fact_scenario_run.branch_count is 'Number of run branches (event tags).';
comment on column fact_scenario_run.node_calc_total is 'Node calculations of all branches.';
comment on column fact_scenario_run.node_calc_success is 'Node calculations that succeeded.';
comment on column fact_scenario_run.node_calc_failed is 'Node calculations that failed.';
comment on column fact_scenario_run.node_calc_timeout is 'Node calculations that timed out.';
comment on column fact_scenario_run.has_event_calcs is 'True when the run computed market events.';
comment on column fact_scenario_run.run_started_at is 'Source: fc_scenario_run.run_at.';
comment on column fact_scenario_run.run_ended_at is 'Source: fc_scenario_run.run_complete_at; null while it runs.';
comment on column fact_scenario_run.loaded_at is 'When this row was last written.';

create table fact_node_calc_detail (
    node_calc_key bigint generated always as identity,
    calc_id uuid not null,
    run_id uuid not null,
    run_fact_key bigint not null,
    branch_id uuid not null,
    node_data_id uuid,
    scenario_key int not null references dim_scenario,
    node_key int not null references dim_node,
    error_pattern_key int references dim_error_pattern,
    event_tag text,
    calc_status text not null,
    calc_outcome text not null,
    error_message text,
    error_category text,
    output_summary text,
    processing_time_ms bigint,
    started_at timestamptz,
    ended_at timestamptz,
    created_at timestamptz,
    updated_at timestamptz,
    loaded_at timestamptz not null default now(),
    primary key (scenario_key, calc_id)
);
create index fact_node_calc_detail_run on fact_node_calc_detail (run_id);
create index fact_node_calc_detail_failed on fact_node_calc_detail (node_key, updated_at)
    where calc_outcome in ('failed', 'timeout');
comment on table fact_node_calc_detail is 'One row per calculation of a node in a run branch. Source: fc_scenario_node_calc.';
comment on index fact_node_calc_detail_run is 'For run diagnostics and the counts of a run.';
comment on index fact_node_calc_detail_failed is 'For the top failing nodes.';
comment on column fact_node_calc_detail.node_calc_key is 'Surrogate key.';
comment on column fact_node_calc_detail.calc_id is 'Source: fc_scenario_node_calc.id.';
comment on column fact_node_calc_detail.run_id is 'The run, through the branch.';
comment on column fact_node_calc_detail.run_fact_key is 'Surrogate key of the run.';
comment on column fact_node_calc_detail.branch_id is 'Source: fc_scenario_node_calc.scenario_run_branch_id.';
comment on column fact_node_calc_detail.node_data_id is 'The input version this calculation used. Source: fc_scenario_node_calc.scenario_node_data_id.';
comment on column fact_node_calc_detail.scenario_key is 'The scenario.';
comment on column fact_node_calc_detail.node_key is 'The node calculated.';
comment on column fact_node_calc_detail.error_pattern_key is 'Pattern of error_message; null without one.';
comment on column fact_node_calc_detail.event_tag is 'Kind of branch. Example: with events. Source: fc_scenario_run_branch.event_tag.';
comment on column fact_node_calc_detail.calc_status is 'As the source writes it.';
comment on column fact_node_calc_detail.calc_outcome is 'calc_status mapped: success, failed, timeout, in_progress or unknown.';
comment on column fact_node_calc_detail.error_message is 'Source: fc_scenario_node_calc.fail_reason.';
comment on column fact_node_calc_detail.error_category is 'Category of error_message; null without one.';
comment on column fact_node_calc_detail.output_summary is 'Kind and stored size of output_data; null without output. Example: object, 412 bytes.';
comment on column fact_node_calc_detail.processing_time_ms is 'Milliseconds from processing start to end; null when either is missing.';
comment on column fact_node_calc_detail.started_at is 'Source: fc_scenario_node_calc.processing_start_at.';
comment on column fact_node_calc_detail.ended_at is 'Source: fc_scenario_node_calc.processing_end_at.';
comment on column fact_node_calc_detail.created_at is 'Source: fc_scenario_node_calc.created_at.';
comment on column fact_node_calc_detail.updated_at is 'Source: fc_scenario_node_calc.updated_at.';
comment on column fact_node_calc_detail.loaded_at is 'When this row was last written.';

create table fact_scenario_state_change (
    state_change_key bigint generated always as identity,
    scenario_id uuid not null,
    scenario_key int not null references dim_scenario,
    changed_by_user_key int not null references dim_user,
    transition_type text not null,
    previous_status text,
    new_status text not null,
    change_reason text,
    correlation_id uuid,
    metadata jsonb,
    changed_at timestamptz not null,
    loaded_at timestamptz not null default now(),
    primary key (scenario_key, scenario_id, transition_type, changed_at)
);
create index fact_scenario_state_change_user on fact_scenario_state_change (changed_by_user_key, changed_at);
comment on table fact_scenario_state_change is 'One row per lifecycle transition ever seen. The source overwrites its timestamps; rows here are never removed.';
comment on index fact_scenario_state_change_user is 'For a user''s journey.';
comment on column fact_scenario_state_change.state_change_key is 'Surrogate key.';
comment on column fact_scenario_state_change.scenario_id is 'Source: fc_scenario.id.';
comment on column fact_scenario_state_change.scenario_key is 'The scenario.';
comment on column fact_scenario_state_change.changed_by_user_key is 'User who made the transition.';
comment on column fact_scenario_state_change.transition_type is 'created, submitted, locked, withdrawn or deleted.';
comment on column fact_scenario_state_change.previous_status is 'Status before; null for created.';
comment on column fact_scenario_state_change.new_status is 'Status after: draft for created, else the transition''s name.';
comment on column fact_scenario_state_change.change_reason is 'Reason given; null, as the source records none today.';
comment on column fact_scenario_state_change.correlation_id is 'The request that made the transition. Source: fc_scenario.*_req_id.';
comment on column fact_scenario_state_change.metadata is 'Facts about the transition. overwritten_before names a transition that must have come first but was overwritten in the source before a load saw it.';
comment on column fact_scenario_state_change.changed_at is 'Source: fc_scenario.created_at, submitted_at, locked_at, withdraw_at or delete_at.';
comment on column fact_scenario_state_change.loaded_at is 'When this row was last written.';

create table fact_user_action (
    user_action_key bigint generated always as identity,
    user_key int not null references dim_user,
    scenario_key int not null references dim_scenario,
    action_type text not null,
    action_category text not null,
    target_entity_type text not null,
    target_entity_id uuid not null,
    correlation_id uuid,
    request_endpoint text,
    http_method text,
    error_message text,
    request_duration_ms bigint,
    success boolean,
    action_details jsonb,
    action_timestamp timestamptz not null,
    loaded_at timestamptz not null default now(),
    primary key (scenario_key, action_type, target_entity_id, action_timestamp)
);
create index fact_user_action_user on fact_user_action (user_key, action_timestamp);
create index fact_user_action_correlation on fact_user_action (correlation_id);
comment on table fact_user_action is 'One row per thing a user did that left a trace in the source.';
comment on index fact_user_action_user is 'For a user''s journey.';
comment on index fact_user_action_correlation is 'For linking log events to actions.';
comment on column fact_user_action.user_action_key is 'Surrogate key.';
comment on column fact_user_action.user_key is 'User who acted.';
comment on column fact_user_action.scenario_key is 'The scenario acted on; -1 for an action on no scenario.';
comment on column fact_user_action.action_type is 'create_scenario, update_scenario, submit_scenario, lock_scenario, withdraw_scenario, delete_scenario, edit_input_data, edit_event_data, run_forecast or initiate_forecast.';
comment on column fact_user_action.action_category is 'scenario_mgmt, input_data, forecast_run or config_change.';
comment on column fact_user_action.target_entity_type is 'scenario, node_input, event_input, run or forecast_cycle.';
comment on column fact_user_action.target_entity_id is 'Source id of the thing acted on.';
comment on column fact_user_action.correlation_id is 'The request. Source: the matching *_req_id.';
comment on column fact_user_action.request_endpoint is 'Path of the request, from its access-log line; null until one is linked.';
comment on column fact_user_action.http_method is 'Method of the request, from its access-log line.';
comment on column fact_user_action.error_message is 'For a run: its fail_reason. Else from the access log.';
comment on column fact_user_action.request_duration_ms is 'Milliseconds the request took, from its access-log line.';
comment on column fact_user_action.success is 'For a run: whether it succeeded (null while unknown). For anything else that left a trace: true, unless the access log says otherwise.';
comment on column fact_user_action.action_details is 'Facts about the action, such as the node edited and the keys changed.';
comment on column fact_user_action.action_timestamp is 'When it happened.';
comment on column fact_user_action.loaded_at is 'When this row was last written.';

create table fact_scenario_input_change (
    input_change_key bigint generated always as identity,
    node_data_id uuid not null,
    scenario_key int not null references dim_scenario,
    node_key int not null references dim_node,
    changed_by_user_key int not null references dim_user,
    change_date_key int not null references dim_date,
    run_id_before uuid,
    run_id_after uuid,
    correlation_id uuid,
    change_source text,
    previous_input_hash text,
    new_input_hash text not null,
    change_sequence int not null,
    is_duplicate boolean not null,
    is_initial boolean not null,
    is_validated boolean,
    input_diff_summary jsonb,
    input_data jsonb,
    validation_message jsonb,
    changed_at timestamptz not null,
    ended_at timestamptz,
    loaded_at timestamptz not null default now(),
    primary key (scenario_key, node_data_id)
);
create index fact_scenario_input_change_id on fact_scenario_input_change (node_data_id);
create index fact_scenario_input_change_scenario_time on fact_scenario_input_change (scenario_key, changed_at);
create index fact_scenario_input_change_node on fact_scenario_input_change (scenario_key, node_key, change_sequence);
create index fact_scenario_input_change_user on fact_scenario_input_change (changed_by_user_key, changed_at);
comment on table fact_scenario_input_change is 'One row per version of a node''s input in a scenario. Source: fc_scenario_node_data.';
comment on index fact_scenario_input_change_id is 'For the input snapshot of a run: which version a calculation used.';
comment on index fact_scenario_input_change_scenario_time is 'For run comparison: changes between two runs.';
comment on index fact_scenario_input_change_node is 'For the history of one node''s input and the version before.';
comment on index fact_scenario_input_change_user is 'For a user''s journey.';
comment on column fact_scenario_input_change.input_change_key is 'Surrogate key.';
comment on column fact_scenario_input_change.node_data_id is 'Source: fc_scenario_node_data.id.';
comment on column fact_scenario_input_change.scenario_key is 'The scenario.';
comment on column fact_scenario_input_change.node_key is 'The node whose input this is.';
comment on column fact_scenario_input_change.changed_by_user_key is 'User who wrote this version.';
comment on column fact_scenario_input_change.change_date_key is 'UTC day of the change.';
comment on column fact_scenario_input_change.run_id_before is 'Last run of the scenario started before the change.';
comment on column fact_scenario_input_change.run_id_after is 'First run of the scenario started at or after the change.';
comment on column fact_scenario_input_change.correlation_id is 'Source: fc_scenario_node_data.created_req_id.';
comment on column fact_scenario_input_change.change_source is 'Source: fc_scenario_node_data.source. Example: create_scenario.';
comment on column fact_scenario_input_change.previous_input_hash is 'Hash of the version before; null for the first.';
comment on column fact_scenario_input_change.new_input_hash is 'Source: fc_scenario_node_data.input_hash.';
comment on column fact_scenario_input_change.change_sequence is 'Position among the versions of this scenario and node, from 1.';
comment on column fact_scenario_input_change.is_duplicate is 'True when the hash equals that of the version before: an edit that changed nothing.';
comment on column fact_scenario_input_change.is_initial is 'True for a value written when the scenario was created: not an edit by a person.';
comment on column fact_scenario_input_change.is_validated is 'Source: fc_scenario_node_data.input_validated.';
comment on column fact_scenario_input_change.input_diff_summary is 'What differs from the version before, leaf by leaf: {"count": n, "changes": [{"path", "kind", "before", "after", "delta", "percent"}]}; null for the first version.';
comment on column fact_scenario_input_change.input_data is 'Source: fc_scenario_node_data.input_data.';
comment on column fact_scenario_input_change.validation_message is 'Source: fc_scenario_node_data.input_validation_message.';
comment on column fact_scenario_input_change.changed_at is 'Source: fc_scenario_node_data.created_at.';
comment on column fact_scenario_input_change.ended_at is 'When a later version replaced this one. Source: fc_scenario_node_data.end_at; null while it is current.';
comment on column fact_scenario_input_change.loaded_at is 'When this row was last written.';

create table fact_event_input_change (
    event_change_key bigint generated always as identity,
    event_data_id uuid not null,
    scenario_key int not null references dim_scenario,
    event_type_key int not null references dim_event_type,
    changed_by_user_key int not null references dim_user,
    change_date_key int not null references dim_date,
    scenario_event_type_id uuid not null,
    population_node_id uuid,
    product_node_id uuid,
    correlation_id uuid,
    previous_input_hash text,
    new_input_hash text not null,
    change_sequence int not null,
    is_duplicate boolean not null,
    is_overridden boolean,
    is_validated boolean,
    input_diff_summary jsonb,
    event_data jsonb,
    overridden_shares jsonb,
    changed_at timestamptz not null,
    ended_at timestamptz,
    loaded_at timestamptz not null default now(),
    primary key (scenario_key, event_data_id)
);
create index fact_event_input_change_scenario_time on fact_event_input_change (scenario_key, changed_at);
create index fact_event_input_change_user on fact_event_input_change (changed_by_user_key, changed_at);
comment on table fact_event_input_change is 'One row per version of a market event''s input in a scenario. Source: fc_scenario_event_data.';
comment on index fact_event_input_change_scenario_time is 'For run comparison: event changes between two runs.';
comment on index fact_event_input_change_user is 'For a user''s journey.';
comment on column fact_event_input_change.event_change_key is 'Surrogate key.';
comment on column fact_event_input_change.event_data_id is 'Source: fc_scenario_event_data.id.';
comment on column fact_event_input_change.scenario_key is 'The scenario.';
comment on column fact_event_input_change.event_type_key is 'The kind of event.';
comment on column fact_event_input_change.changed_by_user_key is 'User who wrote this version.';
comment on column fact_event_input_change.change_date_key is 'UTC day of the change.';
comment on column fact_event_input_change.scenario_event_type_id is 'Source: fc_scenario_event_data.scenario_event_type_id.';
comment on column fact_event_input_change.population_node_id is 'Source: fc_scenario_event_data.population_node_id.';
comment on column fact_event_input_change.product_node_id is 'Source: fc_scenario_event_data.parent_product_node_id.';
comment on column fact_event_input_change.correlation_id is 'Source: fc_scenario_event_data.created_req_id.';
comment on column fact_event_input_change.previous_input_hash is 'Hash of the version before; null for the first.';
comment on column fact_event_input_change.new_input_hash is 'Source: fc_scenario_event_data.event_data_hash.';
comment on column fact_event_input_change.change_sequence is 'Position among the versions of this scenario, event type, population and product, from 1.';
comment on column fact_event_input_change.is_duplicate is 'True when the hash equals that of the version before.';
comment on column fact_event_input_change.is_overridden is 'Source: fc_scenario_event_data.is_overridden.';
comment on column fact_event_input_change.is_validated is 'Source: fc_scenario_event_data.is_validated.';
comment on column fact_event_input_change.input_diff_summary is 'What differs from the version before, leaf by leaf; null for the first version.';
comment on column fact_event_input_change.event_data is 'Source: fc_scenario_event_data.event_data.';
comment on column fact_event_input_change.overridden_shares is 'Source: fc_scenario_event_data.evented_shares_overridden, which some installations spell event_shares_overridden.';
comment on column fact_event_input_change.changed_at is 'Source: fc_scenario_event_data.created_at.';
comment on column fact_event_input_change.ended_at is 'Source: fc_scenario_event_data.end_at; null while it is current.';
comment on column fact_event_input_change.loaded_at is 'When this row was last written.';

create index fact_event_input_change_id on fact_event_input_change (event_data_id);
create index fact_event_input_change_link on fact_event_input_change (scenario_event_type_id);
comment on index fact_event_input_change_id is 'For the load: finding a version by its id.';
comment on index fact_event_input_change_link is 'For the load: the other versions of an event input.';

create table fact_run_comparison (
    comparison_key bigint generated always as identity,
    scenario_key int not null references dim_scenario,
    run_a_id uuid not null,
    run_b_id uuid not null,
    comparison_type text not null,
    run_a_status text,
    run_b_status text,
    status_transition text not null,
    changed_node_keys int[] not null,
    input_changes_between int not null,
    node_failures_delta int not null,
    duration_delta_seconds numeric(12, 3),
    run_a_started_at timestamptz not null,
    run_b_started_at timestamptz not null,
    loaded_at timestamptz not null default now(),
    primary key (scenario_key, run_b_id, comparison_type)
);
comment on table fact_run_comparison is 'One row per run and kind of baseline: what differs from the run before, and from the last success before.';
comment on column fact_run_comparison.comparison_key is 'Surrogate key.';
comment on column fact_run_comparison.scenario_key is 'The scenario of both runs.';
comment on column fact_run_comparison.run_a_id is 'The baseline run.';
comment on column fact_run_comparison.run_b_id is 'The run compared with it.';
comment on column fact_run_comparison.comparison_type is 'previous_run or last_success.';
comment on column fact_run_comparison.run_a_status is 'Status of the baseline run.';
comment on column fact_run_comparison.run_b_status is 'Status of the run.';
comment on column fact_run_comparison.status_transition is 'Both outcomes. Example: success -> failed.';
comment on column fact_run_comparison.changed_node_keys is 'Nodes whose input differs between the two runs, by key in ascending order.';
comment on column fact_run_comparison.input_changes_between is 'Input versions written after run a started and up to the start of run b, initial values left out.';
comment on column fact_run_comparison.node_failures_delta is 'Failed and timed out calculations of b less those of a.';
comment on column fact_run_comparison.duration_delta_seconds is 'Duration of b less that of a; null when either is unknown.';
comment on column fact_run_comparison.run_a_started_at is 'Start of the baseline run.';
comment on column fact_run_comparison.run_b_started_at is 'Start of the run.';
comment on column fact_run_comparison.loaded_at is 'When this row was last written.';

create table fact_reliability_daily (
    reliability_key bigint generated always as identity,
    date_key int not null references dim_date,
    model_key int not null references dim_model,
    top_failing_node_key int references dim_node,
    top_error_category text,
    total_runs int not null,
    successful_runs int not null,
    failed_runs int not null,
    timeout_runs int not null,
    total_node_failures bigint not null,
    avg_duration_seconds numeric(12, 3),
    p95_duration_seconds numeric(12, 3),
    loaded_at timestamptz not null default now(),
    primary key (date_key, model_key)
);
comment on table fact_reliability_daily is 'One row per UTC day and model with at least one run.';
comment on column fact_reliability_daily.reliability_key is 'Surrogate key.';
comment on column fact_reliability_daily.date_key is 'UTC day the runs started.';
comment on column fact_reliability_daily.model_key is 'The model.';
comment on column fact_reliability_daily.top_failing_node_key is 'Node with most failed or timed out calculations; null without any.';
comment on column fact_reliability_daily.top_error_category is 'Most frequent error category among the runs; null without any.';
comment on column fact_reliability_daily.total_runs is 'Runs started, of any outcome.';
comment on column fact_reliability_daily.successful_runs is 'Runs that succeeded.';
comment on column fact_reliability_daily.failed_runs is 'Runs that failed, timeouts not counted.';
comment on column fact_reliability_daily.timeout_runs is 'Runs that timed out.';
comment on column fact_reliability_daily.total_node_failures is 'Failed and timed out node calculations.';
comment on column fact_reliability_daily.avg_duration_seconds is 'Mean duration of the finished runs.';
comment on column fact_reliability_daily.p95_duration_seconds is '95th percentile of the duration of the finished runs, interpolated.';
comment on column fact_reliability_daily.loaded_at is 'When this row was last written.';

create table fact_run_diagnostic (
    diagnostic_key bigint generated always as identity,
    run_fact_key bigint not null,
    run_id uuid not null,
    scenario_key int not null references dim_scenario,
    node_key int not null references dim_node,
    diagnostic_type text not null,
    severity text not null,
    diagnostic_category text not null,
    diagnostic_message text not null,
    input_hash_at_run text,
    correlation_id uuid,
    diagnostic_details jsonb,
    cloudwatch_log_references bigint[],
    loaded_at timestamptz not null default now(),
    primary key (scenario_key, run_id, diagnostic_type, node_key, diagnostic_category)
);
create index fact_run_diagnostic_run on fact_run_diagnostic (run_id);
comment on table fact_run_diagnostic is 'One row per finding about a run: type, node and category.';
comment on index fact_run_diagnostic_run is 'For run diagnostics.';
comment on column fact_run_diagnostic.diagnostic_key is 'Surrogate key.';
comment on column fact_run_diagnostic.run_fact_key is 'Surrogate key of the run.';
comment on column fact_run_diagnostic.run_id is 'The run.';
comment on column fact_run_diagnostic.scenario_key is 'The scenario.';
comment on column fact_run_diagnostic.node_key is 'The node concerned; -1 when it concerns the whole run.';
comment on column fact_run_diagnostic.diagnostic_type is 'input_snapshot, error_summary, perf_metric, validation_issue or root_cause.';
comment on column fact_run_diagnostic.severity is 'critical, major, minor or info.';
comment on column fact_run_diagnostic.diagnostic_category is 'Kind of finding, such as an error category.';
comment on column fact_run_diagnostic.diagnostic_message is 'The finding in one sentence.';
comment on column fact_run_diagnostic.input_hash_at_run is 'Hash of the input the node used in this run.';
comment on column fact_run_diagnostic.correlation_id is 'The request that started the run.';
comment on column fact_run_diagnostic.diagnostic_details is 'The evidence.';
comment on column fact_run_diagnostic.cloudwatch_log_references is 'log_key of the log events that support it.';
comment on column fact_run_diagnostic.loaded_at is 'When this row was last written.';

create function change_text(difference jsonb) returns text
language sql immutable parallel safe
return (
    select
        string_agg(
            concat_ws(
                ' ',
                change.value ->> 'path',
                coalesce(left(change.value ->> 'before', 60), '(none)'),
                '->',
                coalesce(left(change.value ->> 'after', 60), '(none)')
            ),
            ', ' order by change.position
        )
        || case when (difference ->> 'count')::int > 3 then ' and ' || ((difference ->> 'count')::int - 3) || ' more' else '' end
    from jsonb_array_elements(difference -> 'changes') with ordinality as change (value, position)
    where change.position <= 3
);
comment on function change_text is 'The first three changes of an input difference as text, and how many more there are; null without any.';

create table view_scenario_audit_trail (
    audit_key text not null,
    scenario_key int not null references dim_scenario,
    scenario_id uuid not null,
    node_key int references dim_node,
    run_id uuid,
    correlation_id uuid,
    event_type text not null,
    event_category text not null,
    user_id text,
    event_description text not null,
    event_metadata jsonb,
    event_timestamp timestamptz not null,
    loaded_at timestamptz not null default now(),
    primary key (scenario_key, audit_key)
);
create index view_scenario_audit_trail_time on view_scenario_audit_trail (scenario_key, event_timestamp, audit_key);
comment on table view_scenario_audit_trail is 'One row per event in the life of a scenario: always consistent with the facts when a load ends.';
comment on index view_scenario_audit_trail_time is 'For the audit trail, oldest first, and its paging.';
comment on column view_scenario_audit_trail.audit_key is 'Event type and source id of the event. Example: run_started:<run id>.';
comment on column view_scenario_audit_trail.scenario_key is 'The scenario.';
comment on column view_scenario_audit_trail.scenario_id is 'Source: fc_scenario.id.';
comment on column view_scenario_audit_trail.node_key is 'Node concerned; null when none.';
comment on column view_scenario_audit_trail.run_id is 'Run concerned; null when none.';
comment on column view_scenario_audit_trail.correlation_id is 'The request.';
comment on column view_scenario_audit_trail.event_type is 'state_change, input_change, event_change, run_started, run_completed or user_action. An action that is one of the other events is not repeated.';
comment on column view_scenario_audit_trail.event_category is 'The transition, the outcome, the kind of change, or the action.';
comment on column view_scenario_audit_trail.user_id is 'User who caused it.';
comment on column view_scenario_audit_trail.event_description is 'The event as a sentence.';
comment on column view_scenario_audit_trail.event_metadata is 'Facts about the event.';
comment on column view_scenario_audit_trail.event_timestamp is 'When it happened.';
comment on column view_scenario_audit_trail.loaded_at is 'When this row was last written.';
