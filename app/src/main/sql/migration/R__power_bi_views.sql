-- What Power BI and other readers load: one view per table of the Power BI model. Types are the ones every client
-- reads alike: ids as text, times as timestamp in UTC, json as text. What DAX does badly (rows of failures, recovery,
-- sessions, the last good run) is done here.
-- Made anew whenever this file changes, so views are dropped first: a view cannot lose a column otherwise.

drop view if exists
    v_pbi_audit_trail, v_pbi_baseline_run, v_pbi_data_freshness, v_pbi_date, v_pbi_error_pattern,
    v_pbi_event_change, v_pbi_event_type, v_pbi_forecast_cycle, v_pbi_input_change,
    v_pbi_input_difference, v_pbi_log_event, v_pbi_log_line, v_pbi_model, v_pbi_node,
    v_pbi_node_calculation, v_pbi_node_edge, v_pbi_problem, v_pbi_reliability_daily, v_pbi_run,
    v_pbi_run_comparison, v_pbi_run_diagnostic, v_pbi_run_input, v_pbi_scenario,
    v_pbi_scenario_health, v_pbi_scenario_run, v_pbi_session, v_pbi_state_change, v_pbi_user,
    v_pbi_user_action cascade;
drop view if exists v_pbi_recovery;

create or replace function json_double(value jsonb) returns double precision
language sql immutable parallel safe
return case
    when jsonb_typeof(value) = 'number' and abs((value #>> '{}')::numeric) < 1e300
        then (value #>> '{}')::double precision
end;
comment on function json_double is 'A JSON number as a double; null for anything else and for a number too big for one.';

-- Dimensions.

create view v_pbi_date as
select
    dim_date.date_key,
    dim_date.year,
    dim_date.quarter,
    dim_date.month,
    dim_date.week_of_year,
    dim_date.day_of_week,
    to_char(dim_date.full_date, 'FMMonth') as month_name,
    to_char(dim_date.full_date, 'YYYY-MM') as year_month,
    to_char(dim_date.full_date, 'FMDay') as day_name,
    dim_date.is_weekday,
    dim_date.full_date
from dim_date;
comment on view v_pbi_date is 'One row per calendar day (UTC).';
comment on column v_pbi_date.month_name is 'Name of the month. Example: January.';
comment on column v_pbi_date.year_month is 'Year and month. Example: 2026-01.';
comment on column v_pbi_date.day_name is 'Name of the day of the week. Example: Monday.';

create view v_pbi_model as
select
    dim_model.model_key,
    dim_model.model_id::text as model_id,
    dim_model.model_name,
    dim_model.therapeutic_area,
    dim_model.disease_area,
    dim_model.publish_level,
    dim_model.model_type,
    dim_model.country_name,
    dim_model.region_name,
    dim_model.model_version,
    dim_model.is_active,
    dim_model.created_at at time zone 'UTC' as created_at
from dim_model;
comment on view v_pbi_model is 'One row per forecast model.';

create view v_pbi_forecast_cycle as
select
    dim_forecast_cycle.forecast_cycle_key,
    dim_forecast_cycle.forecast_init_id::text as forecast_init_id,
    dim_forecast_cycle.cycle_name,
    dim_forecast_cycle.initiated_by,
    dim_forecast_cycle.horizon_start,
    dim_forecast_cycle.horizon_end,
    dim_forecast_cycle.cycle_start_date,
    dim_forecast_cycle.cycle_end_date,
    dim_forecast_cycle.initiated_at at time zone 'UTC' as initiated_at
from dim_forecast_cycle;
comment on view v_pbi_forecast_cycle is 'One row per forecast cycle started for a model.';

create view v_pbi_user as
select
    dim_user.user_key,
    dim_user.user_id,
    dim_user.display_name,
    dim_user.first_seen_at at time zone 'UTC' as first_seen_at,
    dim_user.last_seen_at at time zone 'UTC' as last_seen_at
from dim_user;
comment on view v_pbi_user is 'One row per user of the forecasting platform.';

create view v_pbi_scenario as
select
    dim_scenario.scenario_key,
    dim_scenario.scenario_id::text as scenario_id,
    dim_scenario.scenario_name,
    dim_scenario.current_status,
    dim_scenario.region_name,
    dim_scenario.country_name,
    dim_scenario.currency,
    dim_user.user_id as created_by,
    dim_scenario.scenario_start_year,
    dim_scenario.scenario_end_year,
    dim_scenario.is_starter,
    dim_scenario.created_at at time zone 'UTC' as created_at,
    dim_scenario.updated_at at time zone 'UTC' as updated_at
from dim_scenario
inner join dim_user
    on dim_user.user_key = dim_scenario.created_by_user_key;
comment on view v_pbi_scenario is 'One row per scenario, as last seen.';
comment on column v_pbi_scenario.created_by is 'User name of who created it; row-level security compares it with the reader''s login.';

create view v_pbi_node as
select
    dim_node.node_key,
    dim_node.node_id::text as node_id,
    dim_node.node_name,
    dim_node.node_type,
    dim_node.flow,
    dim_node.tab_path,
    dim_node.group_name,
    dim_node.sequence,
    dim_node.is_output,
    dim_node.disabled
from dim_node;
comment on view v_pbi_node is 'One row per node of a model.';

create view v_pbi_node_edge as
select
    bridge_node_edge.source_node_key,
    bridge_node_edge.target_node_key,
    bridge_node_edge.is_active
from bridge_node_edge;
comment on view v_pbi_node_edge is 'One row per edge of a model''s node graph.';

create view v_pbi_event_type as
select
    dim_event_type.event_type_key,
    dim_event_type.event_type_id::text as event_type_id,
    dim_event_type.event_type_name,
    dim_event_type.is_inherent
from dim_event_type;
comment on view v_pbi_event_type is 'One row per kind of market event.';

create view v_pbi_error_pattern as
select
    dim_error_pattern.error_pattern_key,
    dim_error_pattern.fingerprint,
    dim_error_pattern.pattern,
    dim_error_pattern.error_category,
    dim_error_pattern.category_rule,
    pattern_severity(dim_error_pattern.fingerprint, dim_error_pattern.severity) as severity,
    dim_error_pattern.first_seen_at at time zone 'UTC' as first_seen_at,
    dim_error_pattern.last_seen_at at time zone 'UTC' as last_seen_at
from dim_error_pattern;
comment on view v_pbi_error_pattern is 'One row per error pattern: a message with its variable parts removed.';
comment on column v_pbi_error_pattern.severity is 'How bad it is: critical when runs of three scenarios or more failed of it, major when a run did, minor for an error that no run is known to have failed of, info otherwise.';

create view v_pbi_problem as
with struck as (
    select
        fact_scenario_run.problem_key,
        count(distinct fact_scenario_run.model_key) as model_count,
        min(dim_model.model_name) as model_name,
        min(fact_scenario_run.run_started_at) as first_seen_at,
        max(fact_scenario_run.run_started_at) as last_seen_at,
        '|' || string_agg(distinct replace(creator.user_id, '|', ''), '|') || '|' as struck_creators
    from fact_scenario_run
    inner join dim_model
        on dim_model.model_key = fact_scenario_run.model_key
    inner join dim_scenario
        on dim_scenario.scenario_key = fact_scenario_run.scenario_key
    inner join dim_user as creator
        on creator.user_key = dim_scenario.created_by_user_key
    where fact_scenario_run.problem_key is not null
    group by fact_scenario_run.problem_key
)

select
    dim_problem.problem_key,
    dim_problem.problem_id,
    problem_state(
        dim_problem.is_open, dim_problem.episode_count, dim_problem.first_seen_at, dim_problem.ignored_until, now()
    ) as problem_state,
    dim_problem.problem_kind,
    dim_problem.problem_class,
    nullif(dim_problem.node_name, '') as node_name,
    case when struck.model_count = 1 then struck.model_name end as model_name,
    dim_error_pattern.pattern,
    dim_error_pattern.error_category,
    dim_problem.owner_name,
    last_episode.release_name,
    last_episode.released_at at time zone 'UTC' as released_at,
    dim_problem.episode_count,
    last_recovery.hours_to_recover,
    struck.struck_creators,
    struck.first_seen_at at time zone 'UTC' as first_seen_at,
    struck.last_seen_at at time zone 'UTC' as last_seen_at,
    dim_problem.recovered_at at time zone 'UTC' as recovered_at
from dim_problem
inner join struck
    on struck.problem_key = dim_problem.problem_key
left join dim_error_pattern
    on dim_error_pattern.fingerprint = dim_problem.root_fingerprint
left join lateral (
    select
        concat_ws(' ', nullif(dim_release.service_name, ''), dim_release.release_name) as release_name,
        dim_release.released_at
    from fact_problem_episode
    inner join dim_release
        on dim_release.release_key = fact_problem_episode.release_key
    where fact_problem_episode.problem_key = dim_problem.problem_key
        and fact_problem_episode.episode_no = dim_problem.episode_count
) as last_episode
    on true
left join lateral (
    select
        extract(epoch from fact_problem_episode.recovered_at - fact_problem_episode.started_at)::double precision
        / 3600 as hours_to_recover
    from fact_problem_episode
    where fact_problem_episode.problem_key = dim_problem.problem_key
        and fact_problem_episode.recovered_at is not null
    order by fact_problem_episode.episode_no desc
    limit 1
) as last_recovery
    on true
where dim_problem.merged_into_key is null;
comment on view v_pbi_problem is 'One row per problem that struck a run and was not merged into another: a cause that makes runs fail or slow.';
comment on column v_pbi_problem.problem_state is 'When it was read: new (in its first week), ongoing, regressed (it has come back), resolved or ignored.';
comment on column v_pbi_problem.node_name is 'Name of the first failing node; null where the estate shares the cause, and for slowness.';
comment on column v_pbi_problem.model_name is 'Name of the model whose runs it struck; null when it struck several.';
comment on column v_pbi_problem.pattern is 'What the first failing node says, variable parts as <*>; null when nothing was said or each run says something else.';
comment on column v_pbi_problem.error_category is 'Kind of error of that message; null without one.';
comment on column v_pbi_problem.release_name is 'The release its last episode came with, where the evidence says so; null otherwise. Example: forecast-engine 2026.47.0.';
comment on column v_pbi_problem.released_at is 'When that release was there.';
comment on column v_pbi_problem.hours_to_recover is 'Hours from the start of its last ended episode to its end; null when none has ended.';
comment on column v_pbi_problem.struck_creators is 'User names of who created the scenarios it struck, each between bars, for row-level security.';

create view v_pbi_run as
select
    fact_scenario_run.run_fact_key,
    fact_scenario_run.run_id::text as run_id,
    coalesce(dim_scenario.scenario_name, '(unnamed)') || ' '
    || to_char(fact_scenario_run.run_started_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') || ' '
    || left(fact_scenario_run.run_id::text, 8) as run_name,
    fact_scenario_run.run_outcome,
    fact_scenario_run.run_status,
    fact_scenario_run.fail_reason,
    fact_scenario_run.error_category,
    fact_scenario_run.correlation_id::text as correlation_id,
    fact_scenario_run.input_snapshot_hash,
    starter.user_id as run_by,
    creator.user_id as scenario_created_by,
    fact_scenario_run.branch_count,
    fact_scenario_run.has_event_calcs,
    fact_scenario_run.run_started_at at time zone 'UTC' as run_started_at,
    fact_scenario_run.run_ended_at at time zone 'UTC' as run_ended_at
from fact_scenario_run
inner join dim_scenario
    on dim_scenario.scenario_key = fact_scenario_run.scenario_key
inner join dim_user as creator
    on creator.user_key = dim_scenario.created_by_user_key
inner join dim_user as starter
    on starter.user_key = fact_scenario_run.run_by_user_key;
comment on view v_pbi_run is 'One row per run, with what describes it. Its numbers are in v_pbi_scenario_run.';
comment on column v_pbi_run.run_name is 'Scenario, start (UTC) and the first 8 characters of the run''s id.';
comment on column v_pbi_run.run_by is 'User name of who started it.';
comment on column v_pbi_run.scenario_created_by is 'User name of who created the scenario, for row-level security.';

create view v_pbi_baseline_run as
select
    v_pbi_run.run_fact_key,
    v_pbi_run.run_id,
    v_pbi_run.run_name,
    v_pbi_run.run_outcome,
    v_pbi_run.scenario_created_by,
    v_pbi_run.run_started_at,
    v_pbi_run.run_ended_at
from v_pbi_run;
comment on view v_pbi_baseline_run is 'One row per run, to choose the run that another is compared with.';
comment on column v_pbi_baseline_run.run_name is 'Scenario, start (UTC) and the first 8 characters of the run''s id.';
comment on column v_pbi_baseline_run.scenario_created_by is 'User name of who created the scenario, for row-level security.';

-- Facts.

create view v_pbi_scenario_run as
select
    fact_scenario_run.run_fact_key,
    fact_scenario_run.scenario_key,
    fact_scenario_run.model_key,
    fact_scenario_run.forecast_cycle_key,
    fact_scenario_run.run_by_user_key,
    fact_scenario_run.run_date_key,
    fact_scenario_run.error_pattern_key,
    fact_scenario_run.problem_key,
    fact_scenario_run.duration_seconds,
    fact_scenario_run.node_calc_total,
    fact_scenario_run.node_calc_success,
    fact_scenario_run.node_calc_failed,
    fact_scenario_run.node_calc_timeout,
    fact_scenario_run.run_started_at at time zone 'UTC' as run_started_at
from fact_scenario_run;
comment on view v_pbi_scenario_run is 'One row per run, with its numbers.';

create view v_pbi_node_calculation as
select
    fact_node_calc_detail.node_calc_key,
    fact_node_calc_detail.run_fact_key,
    fact_node_calc_detail.scenario_key,
    runs.model_key,
    fact_node_calc_detail.node_key,
    runs.run_by_user_key,
    runs.run_date_key,
    fact_node_calc_detail.error_pattern_key,
    fact_node_calc_detail.event_tag,
    fact_node_calc_detail.calc_outcome,
    fact_node_calc_detail.calc_status,
    fact_node_calc_detail.error_category,
    left(fact_node_calc_detail.error_message, 1000) as error_message,
    inputs.new_input_hash as input_hash,
    fact_node_calc_detail.processing_time_ms,
    fact_node_calc_detail.started_at at time zone 'UTC' as started_at,
    fact_node_calc_detail.ended_at at time zone 'UTC' as ended_at,
    runs.run_started_at at time zone 'UTC' as run_started_at
from fact_node_calc_detail
inner join fact_scenario_run as runs
    on runs.scenario_key = fact_node_calc_detail.scenario_key
    and runs.run_id = fact_node_calc_detail.run_id
left join fact_scenario_input_change as inputs
    on inputs.scenario_key = fact_node_calc_detail.scenario_key
    and inputs.node_data_id = fact_node_calc_detail.node_data_id;
comment on view v_pbi_node_calculation is 'One row per calculation of a node in a run branch.';
comment on column v_pbi_node_calculation.model_key is 'The scenario''s model.';
comment on column v_pbi_node_calculation.run_by_user_key is 'User who started the run.';
comment on column v_pbi_node_calculation.run_date_key is 'UTC day the run started.';
comment on column v_pbi_node_calculation.error_message is 'The error text, its first 1,000 characters.';
comment on column v_pbi_node_calculation.input_hash is 'Hash of the input version this calculation used; null where the version is unknown.';
comment on column v_pbi_node_calculation.run_started_at is 'Start of the run, by which the table is refreshed.';

create view v_pbi_run_input as
select
    fact_node_calc_detail.node_calc_key,
    fact_node_calc_detail.run_fact_key,
    fact_node_calc_detail.scenario_key,
    fact_node_calc_detail.node_key,
    dim_node.node_name,
    fact_node_calc_detail.event_tag,
    fact_node_calc_detail.calc_outcome,
    dim_user.user_id as changed_by,
    change_text(inputs.input_diff_summary) as change_from_version_before,
    left(inputs.input_data::text, 4000) as input_data,
    left(fact_node_calc_detail.output_summary, 4000) as output_summary,
    inputs.change_sequence,
    inputs.changed_at at time zone 'UTC' as changed_at
from fact_node_calc_detail
inner join dim_node
    on dim_node.node_key = fact_node_calc_detail.node_key
inner join fact_scenario_input_change as inputs
    on inputs.scenario_key = fact_node_calc_detail.scenario_key
    and inputs.node_data_id = fact_node_calc_detail.node_data_id
inner join dim_user
    on dim_user.user_key = inputs.changed_by_user_key;
comment on view v_pbi_run_input is 'One row per node calculation with a known input: the input snapshot of a run. Ask for one run at a time.';
comment on column v_pbi_run_input.node_key is 'The node calculated.';
comment on column v_pbi_run_input.node_name is 'Name of the node.';
comment on column v_pbi_run_input.changed_by is 'User name of who wrote this input version.';
comment on column v_pbi_run_input.change_from_version_before is 'The first three differences from the version before; null for the first version.';
comment on column v_pbi_run_input.input_data is 'The input as JSON, the first 4,000 characters.';
comment on column v_pbi_run_input.change_sequence is 'Position among the versions of this scenario and node, from 1.';
comment on column v_pbi_run_input.changed_at is 'When this input version was written.';

create view v_pbi_state_change as
select
    fact_scenario_state_change.state_change_key,
    fact_scenario_state_change.scenario_key,
    dim_scenario.model_key,
    fact_scenario_state_change.changed_by_user_key,
    to_char(fact_scenario_state_change.changed_at at time zone 'UTC', 'YYYYMMDD')::int as date_key,
    fact_scenario_state_change.transition_type,
    fact_scenario_state_change.previous_status,
    fact_scenario_state_change.new_status,
    fact_scenario_state_change.change_reason,
    fact_scenario_state_change.correlation_id::text as correlation_id,
    fact_scenario_state_change.changed_at at time zone 'UTC' as changed_at
from fact_scenario_state_change
inner join dim_scenario
    on dim_scenario.scenario_key = fact_scenario_state_change.scenario_key;
comment on view v_pbi_state_change is 'One row per lifecycle transition of a scenario.';
comment on column v_pbi_state_change.model_key is 'The scenario''s model.';
comment on column v_pbi_state_change.date_key is 'UTC day of the transition.';

create view v_pbi_user_action as
select
    fact_user_action.user_action_key,
    fact_user_action.user_key,
    fact_user_action.scenario_key,
    dim_scenario.model_key,
    to_char(fact_user_action.action_timestamp at time zone 'UTC', 'YYYYMMDD')::int as date_key,
    fact_user_action.action_type,
    fact_user_action.action_category,
    case fact_user_action.success
        when true then 'success'
        when false then 'failed'
        else 'unknown'
    end as action_outcome,
    fact_user_action.target_entity_type,
    fact_user_action.target_entity_id::text as target_entity_id,
    fact_user_action.correlation_id::text as correlation_id,
    fact_user_action.request_endpoint,
    fact_user_action.http_method,
    left(fact_user_action.error_message, 1000) as error_message,
    fact_user_action.request_duration_ms,
    extract(hour from fact_user_action.action_timestamp at time zone 'UTC')::int as hour_of_day,
    fact_user_action.action_timestamp at time zone 'UTC' as action_timestamp
from fact_user_action
inner join dim_scenario
    on dim_scenario.scenario_key = fact_user_action.scenario_key;
comment on view v_pbi_user_action is 'One row per thing a user did that left a trace.';
comment on column v_pbi_user_action.model_key is 'The scenario''s model.';
comment on column v_pbi_user_action.date_key is 'UTC day of the action.';
comment on column v_pbi_user_action.action_outcome is 'success, failed or unknown (such as a run still in progress).';
comment on column v_pbi_user_action.hour_of_day is 'Hour of the day in UTC, 0 to 23.';

create view v_pbi_session as
with actions as (
    select
        fact_user_action.user_key,
        fact_user_action.scenario_key,
        fact_user_action.success,
        fact_user_action.action_timestamp,
        case
            when fact_user_action.action_timestamp - lag(fact_user_action.action_timestamp) over (
                partition by fact_user_action.user_key
                order by fact_user_action.action_timestamp, fact_user_action.user_action_key
            ) <= interval '30 minutes' then 0
            else 1
        end as begins_session
    from fact_user_action
    where fact_user_action.user_key <> -1
),

numbered as (
    select
        actions.user_key,
        actions.scenario_key,
        actions.success,
        actions.action_timestamp,
        sum(actions.begins_session) over (
            partition by actions.user_key
            order by actions.action_timestamp
            range unbounded preceding
        )::int as session_number
    from actions
)

select
    numbered.user_key,
    to_char(min(numbered.action_timestamp) at time zone 'UTC', 'YYYYMMDD')::int as date_key,
    dim_user.user_id,
    dim_user.user_id || ' ' || numbered.session_number as session_name,
    count(*) as actions,
    count(*) filter (where numbered.success is false) as failed_actions,
    count(distinct numbered.scenario_key) filter (where numbered.scenario_key <> -1) as scenarios,
    extract(epoch from max(numbered.action_timestamp) - min(numbered.action_timestamp))::double precision
    / 60 as length_minutes,
    min(numbered.action_timestamp) at time zone 'UTC' as session_started_at,
    max(numbered.action_timestamp) at time zone 'UTC' as session_ended_at
from numbered
inner join dim_user
    on dim_user.user_key = numbered.user_key
group by numbered.user_key, numbered.session_number, dim_user.user_id;
comment on view v_pbi_session is 'One row per session: actions of one user with no pause longer than 30 minutes.';
comment on column v_pbi_session.user_key is 'The user.';
comment on column v_pbi_session.date_key is 'UTC day the session began.';
comment on column v_pbi_session.user_id is 'User name, for row-level security.';
comment on column v_pbi_session.session_name is 'User name and number of the session, from 1.';
comment on column v_pbi_session.actions is 'Number of actions, at least 1.';
comment on column v_pbi_session.failed_actions is 'Actions known to have failed.';
comment on column v_pbi_session.scenarios is 'Different scenarios touched.';
comment on column v_pbi_session.length_minutes is 'Minutes from the first action to the last; 0 for a session of one action.';
comment on column v_pbi_session.session_started_at is 'Time of the first action.';
comment on column v_pbi_session.session_ended_at is 'Time of the last action.';

create view v_pbi_input_change as
select
    fact_scenario_input_change.input_change_key,
    fact_scenario_input_change.scenario_key,
    dim_scenario.model_key,
    fact_scenario_input_change.node_key,
    fact_scenario_input_change.changed_by_user_key,
    fact_scenario_input_change.change_date_key,
    next_run.run_fact_key as next_run_key,
    fact_scenario_input_change.change_source,
    fact_scenario_input_change.correlation_id::text as correlation_id,
    change_text(fact_scenario_input_change.input_diff_summary) as change_summary,
    fact_scenario_input_change.change_sequence,
    coalesce((fact_scenario_input_change.input_diff_summary ->> 'count')::int, 0) as changed_keys,
    fact_scenario_input_change.is_duplicate,
    fact_scenario_input_change.is_initial,
    fact_scenario_input_change.is_validated,
    fact_scenario_input_change.changed_at at time zone 'UTC' as changed_at
from fact_scenario_input_change
inner join dim_scenario
    on dim_scenario.scenario_key = fact_scenario_input_change.scenario_key
left join fact_scenario_run as next_run
    on next_run.scenario_key = fact_scenario_input_change.scenario_key
    and next_run.run_id = fact_scenario_input_change.run_id_after;
comment on view v_pbi_input_change is 'One row per version of a node''s input in a scenario.';
comment on column v_pbi_input_change.model_key is 'The scenario''s model.';
comment on column v_pbi_input_change.next_run_key is 'First run of the scenario started at or after the change; null when there is none yet.';
comment on column v_pbi_input_change.change_summary is 'The first three differences from the version before; null for the first version.';
comment on column v_pbi_input_change.changed_keys is 'Values that differ from the version before; 0 for the first version.';

create view v_pbi_input_difference as
select
    fact_scenario_input_change.input_change_key,
    fact_scenario_input_change.scenario_key,
    dim_scenario.model_key,
    fact_scenario_input_change.node_key,
    fact_scenario_input_change.changed_by_user_key,
    fact_scenario_input_change.change_date_key,
    left(difference.value ->> 'path', 400) as path,
    difference.value ->> 'kind' as kind,
    left(difference.value ->> 'before', 400) as value_before,
    left(difference.value ->> 'after', 400) as value_after,
    json_double(difference.value -> 'delta') as delta,
    json_double(difference.value -> 'percent') as change_percent,
    fact_scenario_input_change.changed_at at time zone 'UTC' as changed_at
from fact_scenario_input_change
inner join dim_scenario
    on dim_scenario.scenario_key = fact_scenario_input_change.scenario_key
inner join lateral jsonb_array_elements(
    case
        when jsonb_typeof(fact_scenario_input_change.input_diff_summary -> 'changes') = 'array'
            then fact_scenario_input_change.input_diff_summary -> 'changes'
    end
) as difference (value)
    on true
where not fact_scenario_input_change.is_initial;
comment on view v_pbi_input_difference is 'One row per value of a node''s input that an edit changed. A summary that lists not all of them counts the rest in v_pbi_input_change.changed_keys.';
comment on column v_pbi_input_difference.model_key is 'The scenario''s model.';
comment on column v_pbi_input_difference.path is 'Where in the input the value is. Example: market_share.2027.';
comment on column v_pbi_input_difference.kind is 'Kind of difference, such as changed, added, removed.';
comment on column v_pbi_input_difference.value_before is 'Value before the edit, the first 400 characters; null for an added one.';
comment on column v_pbi_input_difference.value_after is 'Value after the edit, the first 400 characters; null for a removed one.';
comment on column v_pbi_input_difference.delta is 'After less before; null unless both are numbers.';
comment on column v_pbi_input_difference.change_percent is 'Delta in percent of the value before; null unless both are numbers.';

create view v_pbi_event_change as
select
    fact_event_input_change.event_change_key,
    fact_event_input_change.scenario_key,
    dim_scenario.model_key,
    fact_event_input_change.event_type_key,
    fact_event_input_change.changed_by_user_key,
    fact_event_input_change.change_date_key,
    fact_event_input_change.correlation_id::text as correlation_id,
    change_text(fact_event_input_change.input_diff_summary) as change_summary,
    fact_event_input_change.change_sequence,
    fact_event_input_change.is_duplicate,
    fact_event_input_change.is_overridden,
    fact_event_input_change.is_validated,
    fact_event_input_change.changed_at at time zone 'UTC' as changed_at
from fact_event_input_change
inner join dim_scenario
    on dim_scenario.scenario_key = fact_event_input_change.scenario_key;
comment on view v_pbi_event_change is 'One row per version of a market event''s input in a scenario.';
comment on column v_pbi_event_change.model_key is 'The scenario''s model.';
comment on column v_pbi_event_change.change_summary is 'The first three differences from the version before; null for the first version.';

create view v_pbi_recovery as
with finished_runs as (
    select
        fact_scenario_run.run_fact_key,
        fact_scenario_run.run_id,
        fact_scenario_run.scenario_key,
        fact_scenario_run.model_key,
        fact_scenario_run.forecast_cycle_key,
        fact_scenario_run.run_by_user_key,
        fact_scenario_run.run_date_key,
        fact_scenario_run.run_outcome,
        fact_scenario_run.run_started_at,
        coalesce(fact_scenario_run.run_ended_at, fact_scenario_run.run_started_at) as finished_at,
        count(*) filter (where fact_scenario_run.run_outcome = 'success') over (
            partition by fact_scenario_run.scenario_key
            order by fact_scenario_run.run_started_at, fact_scenario_run.run_id
        ) as success_number
    from fact_scenario_run
    where fact_scenario_run.run_outcome in ('success', 'failed', 'timeout')
),

first_failures as (
    select distinct on (finished_runs.scenario_key, finished_runs.success_number)
        finished_runs.run_fact_key,
        finished_runs.run_id,
        finished_runs.scenario_key,
        finished_runs.model_key,
        finished_runs.forecast_cycle_key,
        finished_runs.run_by_user_key,
        finished_runs.run_date_key,
        finished_runs.run_started_at,
        finished_runs.finished_at,
        finished_runs.success_number,
        count(*) over (
            partition by finished_runs.scenario_key, finished_runs.success_number
        ) as failed_runs
    from finished_runs
    where finished_runs.run_outcome <> 'success'
    order by
        finished_runs.scenario_key, finished_runs.success_number,
        finished_runs.run_started_at, finished_runs.run_id
)

select
    first_failures.run_fact_key as first_failing_run_key,
    first_failures.scenario_key,
    first_failures.model_key,
    first_failures.forecast_cycle_key,
    first_failures.run_by_user_key,
    first_failures.run_date_key,
    first_failures.run_id::text as first_failing_run_id,
    last_good.run_id::text as last_good_run_id,
    recovered.run_id::text as recovered_run_id,
    first_failures.failed_runs,
    extract(epoch from recovered.finished_at - first_failures.finished_at)::double precision
    / 3600 as hours_to_recover,
    recovered.run_id is null as is_open,
    first_failures.run_started_at at time zone 'UTC' as failing_since,
    recovered.finished_at at time zone 'UTC' as recovered_at
from first_failures
left join finished_runs as last_good
    on last_good.scenario_key = first_failures.scenario_key
    and last_good.success_number = first_failures.success_number
    and last_good.run_outcome = 'success'
left join finished_runs as recovered
    on recovered.scenario_key = first_failures.scenario_key
    and recovered.success_number = first_failures.success_number + 1
    and recovered.run_outcome = 'success';
comment on view v_pbi_recovery is 'One row per unbroken row of failed or timed out runs of a scenario. Runs in progress and of unknown status neither count nor break it.';
comment on column v_pbi_recovery.first_failing_run_key is 'Surrogate key of the first failing run.';
comment on column v_pbi_recovery.scenario_key is 'The scenario.';
comment on column v_pbi_recovery.model_key is 'The scenario''s model.';
comment on column v_pbi_recovery.forecast_cycle_key is 'The scenario''s forecast cycle.';
comment on column v_pbi_recovery.run_by_user_key is 'User who started the first failing run.';
comment on column v_pbi_recovery.run_date_key is 'UTC day the first failing run started.';
comment on column v_pbi_recovery.first_failing_run_id is 'The first failing run.';
comment on column v_pbi_recovery.last_good_run_id is 'The last success before; null when there never was one.';
comment on column v_pbi_recovery.recovered_run_id is 'The first success after; null while it fails.';
comment on column v_pbi_recovery.failed_runs is 'Failed and timed out runs in the row.';
comment on column v_pbi_recovery.hours_to_recover is 'Hours from the end of the first failing run to the end of the next success; null while it fails.';
comment on column v_pbi_recovery.is_open is 'True while no success has followed.';
comment on column v_pbi_recovery.failing_since is 'Start of the first failing run.';
comment on column v_pbi_recovery.recovered_at is 'End of the next success; null while it fails.';

create view v_pbi_scenario_health as
with runs as (
    select
        fact_scenario_run.scenario_key,
        fact_scenario_run.run_id,
        fact_scenario_run.run_outcome,
        fact_scenario_run.run_started_at,
        row_number() over (
            partition by fact_scenario_run.scenario_key
            order by fact_scenario_run.run_started_at desc, fact_scenario_run.run_id desc
        ) as newest_first,
        row_number() over (
            partition by fact_scenario_run.scenario_key, fact_scenario_run.run_outcome
            order by fact_scenario_run.run_started_at desc, fact_scenario_run.run_id desc
        ) as newest_of_outcome
    from fact_scenario_run
)

select
    dim_scenario.scenario_key,
    dim_scenario.model_key,
    dim_scenario.forecast_cycle_key,
    dim_scenario.created_by_user_key,
    coalesce(last_run.run_outcome, 'never run') as last_run_outcome,
    last_run.run_id::text as last_run_id,
    last_good.run_id::text as last_good_run_id,
    failing.first_failing_run_id,
    coalesce(failing.failed_runs, 0) as failure_streak,
    last_run.run_started_at at time zone 'UTC' as last_run_at,
    last_good.run_started_at at time zone 'UTC' as last_good_at,
    failing.failing_since
from dim_scenario
left join runs as last_run
    on last_run.scenario_key = dim_scenario.scenario_key
    and last_run.newest_first = 1
left join runs as last_good
    on last_good.scenario_key = dim_scenario.scenario_key
    and last_good.run_outcome = 'success'
    and last_good.newest_of_outcome = 1
left join v_pbi_recovery as failing
    on failing.scenario_key = dim_scenario.scenario_key
    and failing.is_open
where dim_scenario.scenario_key <> -1;
comment on view v_pbi_scenario_health is 'One row per scenario: how it stands now. Not bound to a date.';
comment on column v_pbi_scenario_health.last_run_outcome is 'Outcome of the latest run; never run when there is none.';
comment on column v_pbi_scenario_health.last_run_id is 'The latest run; null when there is none.';
comment on column v_pbi_scenario_health.last_good_run_id is 'The latest success; null when there is none.';
comment on column v_pbi_scenario_health.first_failing_run_id is 'First run of the current row of failures; null when it does not fail.';
comment on column v_pbi_scenario_health.failure_streak is 'Failed and timed out runs since the latest success; 0 when it does not fail.';
comment on column v_pbi_scenario_health.last_run_at is 'Start of the latest run.';
comment on column v_pbi_scenario_health.last_good_at is 'Start of the latest success.';
comment on column v_pbi_scenario_health.failing_since is 'Start of the first run of the current row of failures.';

create view v_pbi_run_comparison as
select
    fact_run_comparison.comparison_key,
    fact_run_comparison.scenario_key,
    run_b.model_key,
    run_b.run_by_user_key,
    run_b.run_date_key,
    run_a.run_fact_key as baseline_run_key,
    run_b.run_fact_key,
    fact_run_comparison.comparison_type,
    fact_run_comparison.status_transition,
    fact_run_comparison.input_changes_between,
    cardinality(fact_run_comparison.changed_node_keys) as changed_nodes,
    fact_run_comparison.node_failures_delta,
    fact_run_comparison.duration_delta_seconds,
    fact_run_comparison.run_a_started_at at time zone 'UTC' as run_a_started_at,
    fact_run_comparison.run_b_started_at at time zone 'UTC' as run_b_started_at
from fact_run_comparison
inner join fact_scenario_run as run_a
    on run_a.scenario_key = fact_run_comparison.scenario_key
    and run_a.run_id = fact_run_comparison.run_a_id
inner join fact_scenario_run as run_b
    on run_b.scenario_key = fact_run_comparison.scenario_key
    and run_b.run_id = fact_run_comparison.run_b_id;
comment on view v_pbi_run_comparison is 'One row per run and kind of baseline: what differs from the run before, and from the last success before.';
comment on column v_pbi_run_comparison.model_key is 'The scenario''s model.';
comment on column v_pbi_run_comparison.run_by_user_key is 'User who started the run.';
comment on column v_pbi_run_comparison.run_date_key is 'UTC day the run started.';
comment on column v_pbi_run_comparison.baseline_run_key is 'Surrogate key of the baseline run.';
comment on column v_pbi_run_comparison.run_fact_key is 'Surrogate key of the run compared with it.';
comment on column v_pbi_run_comparison.changed_nodes is 'Number of nodes whose input differs between the two runs.';

create view v_pbi_reliability_daily as
select
    fact_reliability_daily.reliability_key,
    fact_reliability_daily.date_key,
    fact_reliability_daily.model_key,
    dim_node.node_name as top_failing_node,
    fact_reliability_daily.top_error_category,
    fact_reliability_daily.total_runs,
    fact_reliability_daily.successful_runs,
    fact_reliability_daily.failed_runs,
    fact_reliability_daily.timeout_runs,
    fact_reliability_daily.total_node_failures,
    fact_reliability_daily.avg_duration_seconds,
    fact_reliability_daily.p95_duration_seconds
from fact_reliability_daily
left join dim_node
    on dim_node.node_key = fact_reliability_daily.top_failing_node_key;
comment on view v_pbi_reliability_daily is 'One row per UTC day and model with at least one run.';
comment on column v_pbi_reliability_daily.top_failing_node is 'Name of the node with most failed or timed out calculations; null without any.';

create view v_pbi_run_diagnostic as
select
    fact_run_diagnostic.diagnostic_key,
    fact_run_diagnostic.run_fact_key,
    fact_run_diagnostic.scenario_key,
    runs.model_key,
    fact_run_diagnostic.node_key,
    runs.run_by_user_key,
    runs.run_date_key,
    fact_run_diagnostic.diagnostic_type,
    fact_run_diagnostic.severity,
    fact_run_diagnostic.diagnostic_category,
    fact_run_diagnostic.diagnostic_message,
    left(fact_run_diagnostic.diagnostic_details::text, 4000) as diagnostic_details
from fact_run_diagnostic
inner join fact_scenario_run as runs
    on runs.scenario_key = fact_run_diagnostic.scenario_key
    and runs.run_id = fact_run_diagnostic.run_id;
comment on view v_pbi_run_diagnostic is 'One row per finding about a run: type, node and category.';
comment on column v_pbi_run_diagnostic.model_key is 'The scenario''s model.';
comment on column v_pbi_run_diagnostic.run_by_user_key is 'User who started the run.';
comment on column v_pbi_run_diagnostic.run_date_key is 'UTC day the run started.';
comment on column v_pbi_run_diagnostic.diagnostic_details is 'The evidence as JSON, the first 4,000 characters.';

create view v_pbi_audit_trail as
select
    view_scenario_audit_trail.audit_key,
    view_scenario_audit_trail.scenario_key,
    dim_scenario.model_key,
    view_scenario_audit_trail.node_key,
    runs.run_fact_key,
    coalesce(dim_user.user_key, -1) as user_key,
    to_char(view_scenario_audit_trail.event_timestamp at time zone 'UTC', 'YYYYMMDD')::int as date_key,
    view_scenario_audit_trail.event_type,
    view_scenario_audit_trail.event_category,
    left(view_scenario_audit_trail.event_description, 2000) as event_description,
    view_scenario_audit_trail.correlation_id::text as correlation_id,
    view_scenario_audit_trail.event_timestamp at time zone 'UTC' as event_timestamp
from view_scenario_audit_trail
inner join dim_scenario
    on dim_scenario.scenario_key = view_scenario_audit_trail.scenario_key
left join dim_user
    on dim_user.user_id = view_scenario_audit_trail.user_id
left join fact_scenario_run as runs
    on runs.scenario_key = view_scenario_audit_trail.scenario_key
    and runs.run_id = view_scenario_audit_trail.run_id;
comment on view v_pbi_audit_trail is 'One row per event in the life of a scenario.';
comment on column v_pbi_audit_trail.model_key is 'The scenario''s model.';
comment on column v_pbi_audit_trail.run_fact_key is 'Surrogate key of the run concerned; null when none.';
comment on column v_pbi_audit_trail.user_key is 'User who caused it; -1 when nobody is known.';
comment on column v_pbi_audit_trail.date_key is 'UTC day of the event.';
comment on column v_pbi_audit_trail.event_description is 'The event as a sentence, the first 2,000 characters.';

create view v_pbi_log_event as
select
    fact_cloudwatch_log.log_key,
    runs.run_fact_key,
    coalesce(runs.scenario_key, dim_scenario.scenario_key, -1) as scenario_key,
    coalesce(runs.model_key, dim_scenario.model_key, -1) as model_key,
    coalesce(dim_node.node_key, -1) as node_key,
    to_char(fact_cloudwatch_log.log_timestamp at time zone 'UTC', 'YYYYMMDD')::int as date_key,
    fact_cloudwatch_log.error_pattern_key,
    fact_cloudwatch_log.environment,
    fact_cloudwatch_log.service_name,
    fact_cloudwatch_log.severity,
    left(fact_cloudwatch_log.message, 1000) as message,
    fact_cloudwatch_log.correlation_id::text as correlation_id,
    fact_cloudwatch_log.log_timestamp at time zone 'UTC' as log_timestamp
from fact_cloudwatch_log
left join fact_scenario_run as runs
    on runs.run_id = fact_cloudwatch_log.run_id
left join dim_scenario
    on dim_scenario.scenario_id = fact_cloudwatch_log.scenario_id
left join dim_node
    on dim_node.node_id = fact_cloudwatch_log.node_id
where fact_cloudwatch_log.error_pattern_key is not null;
comment on view v_pbi_log_event is 'One row per log event with an error pattern: warnings and errors. All lines are in v_pbi_log_line.';
comment on column v_pbi_log_event.run_fact_key is 'Surrogate key of the run the line belongs to; null when none.';
comment on column v_pbi_log_event.scenario_key is 'The scenario the line belongs to; -1 when none.';
comment on column v_pbi_log_event.model_key is 'The scenario''s model; -1 when none.';
comment on column v_pbi_log_event.node_key is 'The node named in the line; -1 when none.';
comment on column v_pbi_log_event.date_key is 'UTC day of the event.';
comment on column v_pbi_log_event.message is 'The message, redacted, the first 1,000 characters.';

create view v_pbi_log_line as
select
    fact_cloudwatch_log.log_key,
    runs.run_fact_key,
    coalesce(runs.scenario_key, dim_scenario.scenario_key, -1) as scenario_key,
    fact_cloudwatch_log.error_pattern_key,
    fact_cloudwatch_log.environment,
    fact_cloudwatch_log.service_name,
    fact_cloudwatch_log.severity,
    left(fact_cloudwatch_log.message, 4000) as message,
    left(fact_cloudwatch_log.stack_trace, 8000) as stack_trace,
    fact_cloudwatch_log.log_timestamp at time zone 'UTC' as log_timestamp
from fact_cloudwatch_log
left join fact_scenario_run as runs
    on runs.run_id = fact_cloudwatch_log.run_id
left join dim_scenario
    on dim_scenario.scenario_id = fact_cloudwatch_log.scenario_id;
comment on view v_pbi_log_line is 'One row per log event, of any severity. Ask for one run at a time.';
comment on column v_pbi_log_line.run_fact_key is 'Surrogate key of the run the line belongs to; null when none.';
comment on column v_pbi_log_line.scenario_key is 'The scenario the line belongs to; -1 when none.';
comment on column v_pbi_log_line.message is 'The message, redacted, the first 4,000 characters.';
comment on column v_pbi_log_line.stack_trace is 'The stack trace, redacted, the first 8,000 characters; null without one.';

create view v_pbi_data_freshness as
select
    etl_run.etl_run_id,
    etl_run.mode,
    etl_run.status,
    etl_run.version,
    etl_run.rows_written,
    etl_run.source_snapshot_at at time zone 'UTC' as source_snapshot_at,
    etl_run.started_at at time zone 'UTC' as started_at,
    etl_run.ended_at at time zone 'UTC' as ended_at
from etl_run;
comment on view v_pbi_data_freshness is 'One row per load of the warehouse.';

-- A column that only passes through says what the column of its table says.
do $$
declare
    passed_through record;
begin
    for passed_through in
        select
            views.relname as view_name,
            view_columns.attname as column_name,
            col_description(tables.oid, table_columns.attnum) as words
        from (
            values
                ('v_pbi_date', 'dim_date'),
                ('v_pbi_model', 'dim_model'),
                ('v_pbi_forecast_cycle', 'dim_forecast_cycle'),
                ('v_pbi_user', 'dim_user'),
                ('v_pbi_scenario', 'dim_scenario'),
                ('v_pbi_node', 'dim_node'),
                ('v_pbi_node_edge', 'bridge_node_edge'),
                ('v_pbi_event_type', 'dim_event_type'),
                ('v_pbi_error_pattern', 'dim_error_pattern'),
                ('v_pbi_problem', 'dim_problem'),
                ('v_pbi_run', 'fact_scenario_run'),
                ('v_pbi_baseline_run', 'fact_scenario_run'),
                ('v_pbi_scenario_run', 'fact_scenario_run'),
                ('v_pbi_node_calculation', 'fact_node_calc_detail'),
                ('v_pbi_run_input', 'fact_node_calc_detail'),
                ('v_pbi_state_change', 'fact_scenario_state_change'),
                ('v_pbi_user_action', 'fact_user_action'),
                ('v_pbi_input_change', 'fact_scenario_input_change'),
                ('v_pbi_input_difference', 'fact_scenario_input_change'),
                ('v_pbi_event_change', 'fact_event_input_change'),
                ('v_pbi_scenario_health', 'dim_scenario'),
                ('v_pbi_run_comparison', 'fact_run_comparison'),
                ('v_pbi_reliability_daily', 'fact_reliability_daily'),
                ('v_pbi_run_diagnostic', 'fact_run_diagnostic'),
                ('v_pbi_audit_trail', 'view_scenario_audit_trail'),
                ('v_pbi_log_event', 'fact_cloudwatch_log'),
                ('v_pbi_log_line', 'fact_cloudwatch_log'),
                ('v_pbi_data_freshness', 'etl_run')
        ) as pairs (view_name, table_name)
        inner join pg_class as views
            on views.oid = pairs.view_name::regclass
        inner join pg_class as tables
            on tables.oid = pairs.table_name::regclass
        inner join pg_attribute as view_columns
            on view_columns.attrelid = views.oid
        inner join pg_attribute as table_columns
            on table_columns.attrelid = tables.oid
            and table_columns.attname = view_columns.attname
            and table_columns.attnum > 0
        where col_description(views.oid, view_columns.attnum) is null
    loop
        execute format(
            'comment on column %I.%I is %L',
            passed_through.view_name, passed_through.column_name, passed_through.words
        );
    end loop;
end;
$$;
