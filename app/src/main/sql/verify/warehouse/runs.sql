select
    runs.run_id::text as id,
    (runs.run_started_at at time zone 'UTC')::date as day,
    concat_ws(
        '|', scenarios.scenario_id, runs.run_status, nullif(users.user_id, ''), runs.fail_reason,
        extract(epoch from runs.run_started_at), extract(epoch from runs.run_ended_at)
    ) as content
from fact_scenario_run as runs
inner join dim_scenario as scenarios
    on scenarios.scenario_key = runs.scenario_key
inner join dim_user as users
    on users.user_key = runs.run_by_user_key
