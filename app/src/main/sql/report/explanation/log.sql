-- One row per log event of a run, by its id or its request, errors and warnings first. How often other runs that
-- succeeded logged the same pattern is looked up among the newest events of the 30 days before.
with events as (
    select log.*
    from fact_cloudwatch_log as log
    where
        log.run_id = :run_id
        and log.log_timestamp >= :from_time::timestamptz
        and log.log_timestamp < :until_time::timestamptz
    union
    select log.*
    from fact_cloudwatch_log as log
    where
        log.correlation_id = :correlation_id::uuid
        and (log.run_id is null or log.run_id = :run_id)
        and log.log_timestamp >= :from_time::timestamptz
        and log.log_timestamp < :until_time::timestamptz
),

shown as (
    select
        events.*,
        count(*) over () as event_count,
        case
            when upper(events.severity) in ('ERROR', 'FATAL', 'CRITICAL', 'SEVERE', 'EMERGENCY', 'ALERT') then 0
            when upper(events.severity) like 'WARN%' then 0
            else 1
        end as loudness
    from events
    order by
        loudness,
        events.log_timestamp,
        events.log_key
    limit :row_limit
),

patterns as (
    select distinct shown.error_pattern_key
    from shown
    where shown.error_pattern_key is not null
),

pattern_counts as (
    select
        patterns.error_pattern_key,
        (
            select count(distinct other.run_id)
            from (
                select newest.run_id
                from fact_cloudwatch_log as newest
                where
                    newest.error_pattern_key = patterns.error_pattern_key
                    and newest.run_id is not null
                    and newest.log_timestamp >= :started_at::timestamptz - interval '30 days'
                    and newest.log_timestamp < :started_at::timestamptz
                order by newest.log_timestamp desc
                limit 500
            ) as newest_events
            inner join fact_scenario_run as other
                on newest_events.run_id = other.run_id
            where other.run_outcome = 'success'
        ) as passed_runs_with,
        exists (
            select
            from fact_cloudwatch_log as earlier
            where
                earlier.run_id = :baseline_id::uuid
                and earlier.log_timestamp >= :baseline_started_at::timestamptz - interval '1 day'
                and earlier.log_timestamp < :baseline_started_at::timestamptz + interval '8 days'
                and earlier.error_pattern_key = patterns.error_pattern_key
        ) as is_in_baseline
    from patterns
)

select
    shown.log_key,
    shown.severity,
    left(concat_ws(E'\n', shown.message, split_part(shown.stack_trace, E'\n', 1)), 2000) as message,
    shown.error_category,
    pattern.fingerprint,
    shown.node_id,
    coalesce(pattern_counts.passed_runs_with, 0) as passed_runs_with,
    coalesce(pattern_counts.is_in_baseline, false) as is_in_baseline,
    shown.event_count,
    shown.log_timestamp
from shown
left join pattern_counts
    on shown.error_pattern_key = pattern_counts.error_pattern_key
left join dim_error_pattern as pattern
    on shown.error_pattern_key = pattern.error_pattern_key
