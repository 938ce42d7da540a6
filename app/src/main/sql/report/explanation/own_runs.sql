-- One row per run of a scenario from the last success before a run up to it: what the choice of its baseline needs. Of
-- more runs than the limit since that success the newest count, and the success itself.
with earlier as (
    select run.*
    from fact_scenario_run as run
    where
        run.scenario_key = :scenario_key
        and (run.run_started_at, run.run_id) < (:started_at::timestamptz, :run_id::uuid)
),

last_success as (
    select earlier.*
    from earlier
    where earlier.run_outcome = 'success'
    order by
        earlier.run_started_at desc,
        earlier.run_id desc
    limit 1
),

since as (
    select earlier.*
    from earlier
    where (earlier.run_started_at, earlier.run_id) > (
        coalesce((select last_success.run_started_at from last_success), '-infinity'),
        coalesce(
            (select last_success.run_id from last_success), '00000000-0000-0000-0000-000000000000'::uuid
        )
    )
    order by
        earlier.run_started_at desc,
        earlier.run_id desc
    limit :row_limit
),

runs as (
    select * from last_success
    union all
    select * from since
)

select
    runs.run_id,
    runs.run_outcome,
    pattern.fingerprint,
    runs.run_started_at
from runs
left join dim_error_pattern as pattern
    on runs.error_pattern_key = pattern.error_pattern_key
