-- One row per log event of a run, oldest first. The times around the run keep partitions of other days out.
select
    log.log_key,
    log.severity,
    log.message,
    log.error_category,
    log.stack_trace,
    log.service_name,
    log.log_group,
    log.log_stream,
    log.log_timestamp
from fact_cloudwatch_log as log
where
    log.run_id = :run_id
    and log.log_timestamp >= :from_time::timestamptz
    and log.log_timestamp < :until_time::timestamptz
order by
    log.log_timestamp,
    log.log_group,
    log.event_id
limit :row_limit
