-- Makes the partitions that the staged lines need, within days that can be believed; other lines go to the default
-- partition. Says how many it made. ? and ? are the first and the last such day.
select count(*) filter (where add_log_day(days.day))
from (
    select distinct (lines.log_timestamp at time zone 'UTC')::date as day
    from log_line as lines
    where lines.is_kept
        and lines.log_timestamp between '0001-01-01T00:00Z' and '9999-12-31T00:00Z'
) as days
where days.day between ? and ?
