-- A log group in an object; times are microseconds since 1970.
insert into handed_group (
    chunk_no, log_group, event_count, newest_at, newest_past_at, lag_max_millis, lag_counts
)
values (
    ?, ?, ?, timestamptz 'epoch' + ? * interval '1 microsecond', timestamptz 'epoch' + ? * interval '1 microsecond', ?, ?
)
