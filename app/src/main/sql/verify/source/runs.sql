select
    runs.run_id::text as id,
    (runs.started_at at time zone 'UTC')::date as day,
    concat_ws(
        '|', runs.scenario_id, runs.run_status, runs.run_by, runs.fail_reason, extract(epoch from runs.started_at),
        extract(epoch from runs.ended_at)
    ) as content
from stg_run as runs
