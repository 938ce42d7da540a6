-- step: prepares audit_candidate
-- One row per event in the life of a scenario, from the facts that this load has touched.
create temporary view audit_candidate as
with state_changes as (
    select
        'state_change:' || changes.transition_type || ':' || extract(epoch from changes.changed_at) as audit_key,
        changes.scenario_key,
        null::int as node_key,
        null::uuid as run_id,
        changes.correlation_id,
        'state_change' as event_type,
        changes.transition_type as event_category,
        changes.changed_by_user_key as user_key,
        'Scenario ' || changes.transition_type as event_description,
        jsonb_strip_nulls(jsonb_build_object(
            'previous_status', changes.previous_status, 'new_status', changes.new_status
        ) || coalesce(changes.metadata, '{}')) as event_metadata,
        changes.changed_at as event_timestamp
    from stg_scenario as staged
    inner join dim_scenario as scenarios
        on scenarios.scenario_id = staged.scenario_id
    inner join fact_scenario_state_change as changes
        on changes.scenario_key = scenarios.scenario_key
),

input_changes as (
    select
        'input_change:' || changes.node_data_id,
        changes.scenario_key,
        changes.node_key,
        null::uuid,
        changes.correlation_id,
        'input_change',
        case when changes.is_initial then 'initial_value' when changes.is_duplicate then 'no_change' else 'edit' end,
        changes.changed_by_user_key,
        case
            when changes.is_initial then 'Initial value of ' || nodes.node_name
            when changes.is_duplicate then nodes.node_name || ' saved without a change'
            else nodes.node_name || ': ' || coalesce(change_text(changes.input_diff_summary), 'first value')
        end,
        jsonb_build_object(
            'node_name', nodes.node_name,
            'input_hash', changes.new_input_hash,
            'previous_hash', changes.previous_input_hash,
            'change_sequence', changes.change_sequence,
            'is_validated', changes.is_validated
        ),
        changes.changed_at
    from input_version as versions
    inner join fact_scenario_input_change as changes
        on changes.scenario_key = versions.scenario_key
        and changes.node_data_id = versions.node_data_id
    inner join dim_node as nodes
        on nodes.node_key = changes.node_key
    where changes.scenario_key <> -1
),

event_changes as (
    select
        'event_change:' || changes.event_data_id,
        changes.scenario_key,
        null::int,
        null::uuid,
        changes.correlation_id,
        'event_change',
        case when changes.is_duplicate then 'no_change' else 'edit' end,
        changes.changed_by_user_key,
        'Event ' || event_types.event_type_name || ': '
        || coalesce(change_text(changes.input_diff_summary), 'first value'),
        jsonb_build_object(
            'event_type', event_types.event_type_name,
            'input_hash', changes.new_input_hash,
            'previous_hash', changes.previous_input_hash
        ),
        changes.changed_at
    from event_version as versions
    inner join fact_event_input_change as changes
        on changes.event_data_id = versions.event_data_id
    inner join dim_event_type as event_types
        on event_types.event_type_key = changes.event_type_key
    where changes.scenario_key <> -1
),

runs as (
    select known.*
    from stg_run as staged
    inner join fact_scenario_run as known
        on known.run_id = staged.run_id
    where known.scenario_key <> -1
),

runs_started as (
    select
        'run_started:' || runs.run_id,
        runs.scenario_key,
        null::int,
        runs.run_id,
        runs.correlation_id,
        'run_started',
        'forecast_run',
        runs.run_by_user_key,
        'Run started',
        jsonb_build_object('branch_count', runs.branch_count),
        runs.run_started_at
    from runs
),

runs_completed as (
    select
        'run_completed:' || runs.run_id,
        runs.scenario_key,
        null::int,
        runs.run_id,
        runs.correlation_id,
        'run_completed',
        runs.run_outcome,
        runs.run_by_user_key,
        case runs.run_outcome
            when 'success' then 'Run succeeded'
            when 'failed' then 'Run failed'
            when 'timeout' then 'Run timed out'
            else 'Run ended as ' || runs.run_status
        end
        || coalesce(' after ' || round(runs.duration_seconds) || ' s', '')
        || coalesce(': ' || runs.fail_reason, ''),
        jsonb_strip_nulls(jsonb_build_object(
            'run_status', runs.run_status,
            'duration_seconds', runs.duration_seconds,
            'node_failures', runs.node_calc_failed + runs.node_calc_timeout,
            'error_category', runs.error_category
        )),
        runs.run_ended_at
    from runs
    where runs.run_ended_at is not null
),

updates as (
    select
        'user_action:update_scenario:' || extract(epoch from actions.action_timestamp),
        actions.scenario_key,
        null::int,
        null::uuid,
        actions.correlation_id,
        'user_action',
        actions.action_type,
        actions.user_key,
        'Scenario updated',
        actions.action_details,
        actions.action_timestamp
    from stg_scenario as staged
    inner join dim_scenario as scenarios
        on scenarios.scenario_id = staged.scenario_id
    inner join fact_user_action as actions
        on actions.scenario_key = scenarios.scenario_key
    where actions.action_type = 'update_scenario'
),

candidate as (
    select state_changes.* from state_changes
    union all
    select input_changes.* from input_changes
    union all
    select event_changes.* from event_changes
    union all
    select runs_started.* from runs_started
    union all
    select runs_completed.* from runs_completed
    union all
    select updates.* from updates
)

select
    candidate.audit_key,
    candidate.scenario_key,
    scenarios.scenario_id,
    candidate.node_key,
    candidate.run_id,
    candidate.correlation_id,
    candidate.event_type,
    candidate.event_category,
    nullif(users.user_id, '') as user_id,
    candidate.event_description,
    candidate.event_metadata,
    candidate.event_timestamp
from candidate
inner join dim_scenario as scenarios
    on scenarios.scenario_key = candidate.scenario_key
left join dim_user as users
    on users.user_key = candidate.user_key
