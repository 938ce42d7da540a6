-- One row per environment that logged something since a time, by name.
select distinct lines.environment
from agg_log_hour as lines
where
    lines.hour_start >= :from_time::timestamptz
    and lines.environment <> ''
order by lines.environment
