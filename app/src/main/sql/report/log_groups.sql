-- One row per log group ever read, by name, after the one the cursor names: up to where its events are complete, and how
-- late they arrive.
select
    log_group.log_group,
    log_group.complete_to,
    log_group.read_to,
    log_group.last_event_at,
    log_group.lag_p50_seconds,
    log_group.lag_p99_seconds,
    log_group.lag_max_seconds,
    log_group.events_read,
    log_group.last_error_at as failed_at
from etl_log_group as log_group
where
    :after_group::text is null
    or log_group.log_group > :after_group::text
order by log_group.log_group
limit :row_limit
