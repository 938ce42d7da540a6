-- One row per run.
select
    runs.id as run_id,
    runs.scenario_id,
    runs.run_status,
    runs.run_by,
    runs.run_req_id as correlation_id,
    nullif(runs.fail_reason, '') as fail_reason,
    runs.run_at as started_at,
    runs.run_complete_at as ended_at
from fc_scenario_run as runs
