-- One row: runs of the models that match, started in a stretch of time, counted; and how long failures lasted. A failure
-- lasts from the first run of an unbroken row of failures of a scenario to its next success; it counts where it began.
-- plan: anew
with matching_runs as (
    select
        run.scenario_key,
        run.run_id,
        run.run_outcome,
        run.duration_seconds,
        coalesce((timed.diagnostic_details -> 'is_slow')::boolean, false) as is_slow,
        run.run_started_at
    from fact_scenario_run as run
    inner join dim_model as model
        on run.model_key = model.model_key
    left join fact_run_diagnostic as timed
        on
            run.scenario_key = timed.scenario_key
            and run.run_id = timed.run_id
            and timed.diagnostic_type = 'perf_metric'
            and timed.diagnostic_category = 'duration'
            and timed.node_key = -1
    where
        run.run_started_at >= :from_time::timestamptz
        and run.run_started_at < :until_time::timestamptz
        and (:model_id::uuid is null or model.model_id = :model_id::uuid)
        and (:therapeutic_area::text is null or model.therapeutic_area = :therapeutic_area::text)
        and (:disease_area::text is null or model.disease_area = :disease_area::text)
        and (
            :environment::text is null
            or exists (
                select
                from fact_cloudwatch_log as log
                where
                    log.run_id = run.run_id
                    and log.environment = :environment::text
                    and log.log_timestamp >= run.run_started_at - interval '1 day'
                    and log.log_timestamp < run.run_started_at + interval '8 days'
            )
        )
),

finished_runs as (
    select
        matching_runs.scenario_key,
        matching_runs.run_outcome = 'success' as is_success,
        lag(matching_runs.run_outcome = 'success') over scenario_runs as was_success,
        min(matching_runs.run_started_at) filter (where matching_runs.run_outcome = 'success') over (
            partition by matching_runs.scenario_key
            order by matching_runs.run_started_at, matching_runs.run_id
            rows between 1 following and unbounded following
        ) as recovered_at,
        matching_runs.run_started_at
    from matching_runs
    where matching_runs.run_outcome in ('success', 'failed', 'timeout')
    window scenario_runs as (
        partition by matching_runs.scenario_key
        order by matching_runs.run_started_at, matching_runs.run_id
    )
),

failures as (
    select extract(epoch from finished_runs.recovered_at - finished_runs.run_started_at) as recovery_seconds
    from finished_runs
    where
        not finished_runs.is_success
        and coalesce(finished_runs.was_success, true)
),

recovery as (
    select
        count(*) as failure_count,
        count(failures.recovery_seconds) as recovery_count,
        avg(failures.recovery_seconds)::numeric(14, 3) as mean_seconds,
        percentile_cont(0.5) within group (order by failures.recovery_seconds)::numeric(14, 3) as median_seconds,
        percentile_cont(0.9) within group (order by failures.recovery_seconds)::numeric(14, 3) as p90_seconds
    from failures
),

totals as (
    select
        count(distinct matching_runs.scenario_key) as scenario_count,
        count(*) as run_count,
        count(*) filter (where matching_runs.run_outcome = 'success') as successful_runs,
        count(*) filter (where matching_runs.run_outcome = 'failed') as failed_runs,
        count(*) filter (where matching_runs.run_outcome = 'timeout') as timeout_runs,
        count(*) filter (where matching_runs.is_slow) as slow_runs,
        avg(matching_runs.duration_seconds)::numeric(14, 3) as mean_duration_seconds
    from matching_runs
)

select
    totals.*,
    recovery.failure_count,
    recovery.recovery_count,
    recovery.mean_seconds as mean_recovery_seconds,
    recovery.median_seconds as median_recovery_seconds,
    recovery.p90_seconds as p90_recovery_seconds
from totals
cross join recovery
