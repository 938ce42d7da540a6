-- step: writes fact_user_action
-- What the access log tells of an action: endpoint, method, duration, success. The line may come before or after the
-- action. Of several lines of one request the last that is no mere look counts.
with requests as (
    select distinct lines.correlation_id
    from log_line as lines
    where lines.http_method is not null
        and lines.is_kept
        and lines.correlation_id is not null
    union
    select staged.created_correlation_id from stg_scenario as staged
    union
    select staged.updated_correlation_id from stg_scenario as staged
    union
    select staged.submitted_correlation_id from stg_scenario as staged
    union
    select staged.locked_correlation_id from stg_scenario as staged
    union
    select staged.withdrawn_correlation_id from stg_scenario as staged
    union
    select staged.deleted_correlation_id from stg_scenario as staged
    union
    select staged.correlation_id from stg_input_version as staged
    union
    select staged.correlation_id from stg_event_input as staged
    union
    select staged.correlation_id from stg_cycle as staged
    union
    select staged.correlation_id from stg_run as staged
),

candidate as (
    select distinct on (actions.user_action_key)
        actions.user_action_key,
        actions.scenario_key,
        actions.action_type,
        actions.target_entity_id,
        actions.action_timestamp,
        lines.request_path,
        lines.http_method,
        lines.request_duration_ms,
        lines.http_status
    from requests
    inner join fact_user_action as actions
        on actions.correlation_id = requests.correlation_id
    inner join fact_cloudwatch_log as lines
        on lines.correlation_id = requests.correlation_id
    where lines.http_method is not null
    order by
        actions.user_action_key,
        lines.http_method in ('GET', 'HEAD', 'OPTIONS'),
        lines.log_timestamp desc,
        lines.event_id
),

differing as (
    select candidate.*
    from candidate
    inner join fact_user_action as known
        on known.scenario_key = candidate.scenario_key
        and known.action_type = candidate.action_type
        and known.target_entity_id = candidate.target_entity_id
        and known.action_timestamp = candidate.action_timestamp
    where (known.request_endpoint, known.http_method, known.request_duration_ms)
        is distinct from (candidate.request_path, candidate.http_method, candidate.request_duration_ms)
        or (
            known.action_type <> 'run_forecast'
            and known.success is distinct from (coalesce(candidate.http_status, 200) < 400)
        )
)

update fact_user_action as actions
set
    request_endpoint = differing.request_path,
    http_method = differing.http_method,
    request_duration_ms = differing.request_duration_ms,
    success = case
        when actions.action_type = 'run_forecast' then actions.success
        else coalesce(differing.http_status, 200) < 400
    end,
    error_message = case
        when actions.action_type = 'run_forecast' then actions.error_message
        when differing.http_status >= 400 then 'HTTP ' || differing.http_status
    end,
    loaded_at = now()
from differing
where actions.scenario_key = differing.scenario_key
    and actions.action_type = differing.action_type
    and actions.target_entity_id = differing.target_entity_id
    and actions.action_timestamp = differing.action_timestamp
