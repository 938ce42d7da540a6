-- One row per finished run of a simulated platform, the oldest first.
select
    runs.scenario_id,
    runs.run_at,
    lower(runs.run_status) not in ('success', 'completed') as has_failed,
    runs.id
from fc_scenario_run as runs
where runs.run_complete_at is not null
order by
    runs.run_at,
    runs.id
