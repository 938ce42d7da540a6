-- step: writes fact_user_action
-- One row per thing a user did that left a trace. Initial values written with a new scenario are no edits. An update
-- that is one of the other actions is not counted twice. Repeating it is harmless: only what differs is written, and
-- what the access log told (endpoint, method, duration) is left alone.
with scenario_actions as (
    select
        stg_scenario.scenario_id, 'create_scenario' as action_type, stg_scenario.created_by as user_id,
        stg_scenario.created_correlation_id as correlation_id, stg_scenario.created_at as action_timestamp
    from stg_scenario
    union all
    select
        stg_scenario.scenario_id, 'submit_scenario', stg_scenario.submitted_by, stg_scenario.submitted_correlation_id,
        stg_scenario.submitted_at
    from stg_scenario
    union all
    select
        stg_scenario.scenario_id, 'lock_scenario', stg_scenario.locked_by, stg_scenario.locked_correlation_id, stg_scenario.locked_at
    from stg_scenario
    union all
    select
        stg_scenario.scenario_id, 'withdraw_scenario', stg_scenario.withdrawn_by, stg_scenario.withdrawn_correlation_id,
        stg_scenario.withdrawn_at
    from stg_scenario
    union all
    select
        stg_scenario.scenario_id, 'delete_scenario', stg_scenario.deleted_by, stg_scenario.deleted_correlation_id, stg_scenario.deleted_at
    from stg_scenario
    union all
    select
        stg_scenario.scenario_id, 'update_scenario', stg_scenario.updated_by, stg_scenario.updated_correlation_id,
        stg_scenario.updated_at
    from stg_scenario
    where stg_scenario.updated_at is distinct from stg_scenario.created_at
        and coalesce(
            stg_scenario.updated_correlation_id <> all (array_remove(array[
                stg_scenario.created_correlation_id, stg_scenario.submitted_correlation_id, stg_scenario.locked_correlation_id,
                stg_scenario.withdrawn_correlation_id, stg_scenario.deleted_correlation_id
            ], null)),
            true
        )
),

actions as (
    select
        scenario_actions.user_id,
        scenarios.scenario_key,
        scenario_actions.action_type,
        'scenario_mgmt' as action_category,
        'scenario' as target_entity_type,
        scenario_actions.scenario_id as target_entity_id,
        scenario_actions.correlation_id,
        null::text as error_message,
        true as success,
        null::jsonb as action_details,
        scenario_actions.action_timestamp
    from scenario_actions
    inner join dim_scenario as scenarios
        on scenarios.scenario_id = scenario_actions.scenario_id
    where scenario_actions.action_timestamp is not null
    union all
    select
        cycles.initiated_by,
        -1,
        'initiate_forecast',
        'config_change',
        'forecast_cycle',
        cycles.cycle_id,
        cycles.correlation_id,
        null,
        true,
        jsonb_build_object('cycle_name', cycles.cycle_name),
        cycles.initiated_at
    from stg_cycle as cycles
    where cycles.initiated_at is not null
    union all
    select
        staged.created_by,
        changes.scenario_key,
        'edit_input_data',
        'input_data',
        'node_input',
        staged.input_version_id,
        staged.correlation_id,
        null,
        true,
        jsonb_build_object(
            'node_name', nodes.node_name,
            'change_count', changes.input_diff_summary -> 'count',
            'paths', jsonb_path_query_array(changes.input_diff_summary, '$.changes[0 to 4].path')
        ),
        staged.created_at
    from stg_input_version as staged
    inner join fact_scenario_input_change as changes
        on changes.node_data_id = staged.input_version_id
    inner join dim_node as nodes
        on nodes.node_key = changes.node_key
    where not changes.is_initial
    union all
    select
        staged.created_by,
        changes.scenario_key,
        'edit_event_data',
        'input_data',
        'event_input',
        staged.event_input_id,
        staged.correlation_id,
        null,
        true,
        jsonb_build_object(
            'event_type', event_types.event_type_name,
            'change_count', changes.input_diff_summary -> 'count',
            'paths', jsonb_path_query_array(changes.input_diff_summary, '$.changes[0 to 4].path')
        ),
        staged.created_at
    from stg_event_input as staged
    inner join fact_event_input_change as changes
        on changes.event_data_id = staged.event_input_id
    inner join dim_event_type as event_types
        on event_types.event_type_key = changes.event_type_key
    union all
    select
        staged.run_by,
        runs.scenario_key,
        'run_forecast',
        'forecast_run',
        'run',
        staged.run_id,
        staged.correlation_id,
        staged.fail_reason,
        case runs.run_outcome when 'success' then true when 'failed' then false when 'timeout' then false end,
        jsonb_build_object(
            'status', staged.run_status,
            'duration_seconds', runs.duration_seconds,
            'node_failures', runs.node_calc_failed + runs.node_calc_timeout
        ),
        staged.started_at
    from stg_run as staged
    inner join fact_scenario_run as runs
        on runs.run_id = staged.run_id
),

candidate as (
    select
        coalesce(users.user_key, -1) as user_key,
        actions.scenario_key,
        actions.action_type,
        actions.action_category,
        actions.target_entity_type,
        actions.target_entity_id,
        actions.correlation_id,
        actions.error_message,
        actions.success,
        actions.action_details,
        actions.action_timestamp
    from actions
    left join dim_user as users
        on users.user_id = actions.user_id
)

insert into fact_user_action (
    user_key, scenario_key, action_type, action_category, target_entity_type, target_entity_id, correlation_id,
    error_message, success, action_details, action_timestamp
)
select candidate.*
from candidate
left join fact_user_action as known
    on known.scenario_key = candidate.scenario_key
    and known.action_type = candidate.action_type
    and known.target_entity_id = candidate.target_entity_id
    and known.action_timestamp = candidate.action_timestamp
where known.action_type is null
    or (known.user_key, known.correlation_id, known.action_details)
    is distinct from (candidate.user_key, candidate.correlation_id, candidate.action_details)
    or (
        candidate.action_type = 'run_forecast'
        and (known.error_message, known.success) is distinct from (candidate.error_message, candidate.success)
    )
on conflict (scenario_key, action_type, target_entity_id, action_timestamp) do update set
    user_key = excluded.user_key,
    correlation_id = excluded.correlation_id,
    error_message = case
        when excluded.action_type = 'run_forecast' then excluded.error_message
        else fact_user_action.error_message
    end,
    success = case
        when excluded.action_type = 'run_forecast' then excluded.success
        else fact_user_action.success
    end,
    action_details = excluded.action_details,
    loaded_at = now()
