-- The log groups of the objects, one row for each object and group; ? are the objects.
select
    handed_group.log_group,
    handed_group.event_count,
    handed_group.newest_at,
    handed_group.newest_past_at,
    handed_group.lag_max_millis,
    handed_group.lag_counts
from handed_group
where handed_group.chunk_no = any(?)
order by
    handed_group.log_group,
    handed_group.chunk_no
