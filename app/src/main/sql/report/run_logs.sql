-- One row per log event of a run, oldest first, after the one the cursor names. The times around the run keep partitions of other days out.
select
    log.log_key,
    log.severity,
    log.message,
    log.error_category,
    log.stack_trace,
    log.service_name,
    log.log_group,
    log.log_stream,
    log.log_timestamp as timestamp
from fact_cloudwatch_log as log
where
    log.run_id = :run_id
    and log.log_timestamp >= :from_time::timestamptz
    and log.log_timestamp < :until_time::timestamptz
    and (
        :after_time::timestamptz is null
        or (log.log_timestamp, log.log_key) > (:after_time::timestamptz, :after_key::bigint)
    )
order by
    log.log_timestamp,
    log.log_key
limit :row_limit
