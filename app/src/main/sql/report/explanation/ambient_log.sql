-- One row per loud log event of a time that belongs to no run, the newest first: what a machine or a feed said of itself. Events
-- of a pattern that is as usual on other days as now say nothing.
select
    log.log_key,
    log.severity,
    left(log.message, 2000) as message,
    log.error_category,
    pattern.fingerprint,
    log.log_timestamp
from fact_cloudwatch_log as log
left join dim_error_pattern as pattern
    on log.error_pattern_key = pattern.error_pattern_key
where
    log.log_timestamp >= :from_time::timestamptz
    and log.log_timestamp < :until_time::timestamptz
    and log.run_id is null
    and log.correlation_id is null
    and log.error_pattern_key is not null
    and not exists (
        select
        from fact_cloudwatch_log as earlier
        where
            earlier.error_pattern_key = log.error_pattern_key
            and earlier.log_timestamp >= :from_time::timestamptz - interval '7 days'
            and earlier.log_timestamp < :from_time::timestamptz - interval '12 hours'
    )
order by
    log.log_timestamp desc,
    log.log_key
limit :row_limit
