-- One row per UTC day and error pattern: the runs that failed with it, by themselves or in a calculation; of a pattern that no
-- run failed with, those that logged it.
-- Log lines are looked for from a day before the first run asked for, so that older days are not even opened.
with patterns as (
    select
        asked.error_pattern_key,
        asked.fingerprint
    from dim_error_pattern as asked
    where asked.fingerprint = any(:fingerprints::text[])
),

failed_runs as (
    select
        run.error_pattern_key,
        run.run_id,
        run.scenario_key
    from fact_scenario_run as run
    where run.error_pattern_key in (select patterns.error_pattern_key from patterns)
    union
    select
        calculation.error_pattern_key,
        calculation.run_id,
        calculation.scenario_key
    from fact_node_calc_detail as calculation
    where
        calculation.calc_outcome in ('failed', 'timeout')
        and calculation.error_pattern_key in (select patterns.error_pattern_key from patterns)
),

runs_of_patterns as (
    select failed_runs.* from failed_runs
    union
    select
        log.error_pattern_key,
        logged.run_id,
        logged.scenario_key
    from fact_cloudwatch_log as log
    inner join fact_scenario_run as logged
        on log.run_id = logged.run_id
    where
        log.error_pattern_key in (
            select patterns.error_pattern_key
            from patterns
            except
            select failed_runs.error_pattern_key
            from failed_runs
        )
        and log.log_timestamp >= :from_time::timestamptz - interval '1 day'
)

select
    patterns.fingerprint,
    (run.run_started_at at time zone 'UTC')::date as date,
    count(*) as run_count,
    count(distinct run.scenario_key) as scenario_count
from runs_of_patterns
inner join patterns
    on runs_of_patterns.error_pattern_key = patterns.error_pattern_key
inner join fact_scenario_run as run
    on
        runs_of_patterns.scenario_key = run.scenario_key
        and runs_of_patterns.run_id = run.run_id
where run.run_started_at >= :from_time::timestamptz
group by
    patterns.fingerprint,
    (run.run_started_at at time zone 'UTC')::date
order by
    patterns.fingerprint,
    date
