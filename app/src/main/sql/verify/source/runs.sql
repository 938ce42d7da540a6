select
    runs.id::text as id,
    (runs.run_at at time zone 'UTC')::date as day,
    concat_ws(
        '|', runs.scenario_id, runs.run_status, runs.run_by, runs.fail_reason, extract(epoch from runs.run_at),
        extract(epoch from runs.run_complete_at)
    ) as content
from fc_scenario_run as runs
