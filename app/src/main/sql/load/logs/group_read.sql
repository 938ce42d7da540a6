-- Notes how far a group was read, and how late its events came, and returns up to when it is complete. Nothing read says
-- nothing about the lag.
insert into etl_log_group (
    log_group, read_to, complete_to, last_event_at, lag_p50_seconds, lag_p99_seconds, lag_max_seconds, events_read,
    last_error, last_error_at
)
select
    fetched.log_group,
    fetched.read_to,
    fetched.read_to - make_interval(secs => coalesce(fetched.lag_p99, known.lag_p99_seconds, 0)::float8),
    greatest(fetched.last_event_at, known.last_event_at),
    coalesce(fetched.lag_p50, known.lag_p50_seconds),
    coalesce(fetched.lag_p99, known.lag_p99_seconds),
    greatest(fetched.lag_max, known.lag_max_seconds),
    fetched.events_read,
    fetched.last_error,
    case when fetched.last_error is not null then now() end
from (
    select
        ?::text as log_group,
        ?::timestamptz as read_to,
        ?::timestamptz as last_event_at,
        ?::numeric as lag_p50,
        ?::numeric as lag_p99,
        ?::numeric as lag_max,
        ?::bigint as events_read,
        ?::text as last_error
) as fetched
left join etl_log_group as known
    on known.log_group = fetched.log_group
on conflict (log_group) do update set
    read_to = greatest(excluded.read_to, etl_log_group.read_to),
    complete_to = greatest(excluded.complete_to, etl_log_group.complete_to),
    last_event_at = excluded.last_event_at,
    lag_p50_seconds = excluded.lag_p50_seconds,
    lag_p99_seconds = excluded.lag_p99_seconds,
    lag_max_seconds = excluded.lag_max_seconds,
    events_read = excluded.events_read,
    last_error = excluded.last_error,
    last_error_at = excluded.last_error_at,
    loaded_at = now()
returning etl_log_group.complete_to
