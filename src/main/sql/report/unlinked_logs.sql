-- One row per log line that belongs to no run, action or scenario we know, since a time and of given severities, the newest
-- first, with the reason and how many there are in all.
select
    unlinked.log_timestamp,
    unlinked.log_group,
    unlinked.log_stream,
    unlinked.severity,
    unlinked.error_category,
    unlinked.reason,
    left(unlinked.message, 1000) as message,
    count(*) over () as line_count
from view_unlinked_log as unlinked
where unlinked.log_timestamp >= :from_time::timestamptz
    and unlinked.severity = any (string_to_array(:severities, ','))
order by
    unlinked.log_timestamp desc,
    unlinked.log_key desc
limit :row_limit
