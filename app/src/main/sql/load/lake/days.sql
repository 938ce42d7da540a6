-- The days of the staged lines; ? and ? are the first and the last that can be believed.
select distinct (lines.log_timestamp at time zone 'UTC')::date as day
from log_line as lines
where lines.is_kept
    and lines.log_timestamp >= ?
    and lines.log_timestamp < ?
