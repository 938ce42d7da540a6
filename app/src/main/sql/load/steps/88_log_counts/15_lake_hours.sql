-- step: writes agg_lake_hour
-- Lines in the lake, by hour. Each object is counted once: it is taken in once.
insert into agg_lake_hour (hour_start, log_group, environment, severity, line_count)
select
    lake_count.hour_start,
    lake_count.log_group,
    lake_count.environment,
    lake_count.severity,
    lake_count.line_count
from lake_count
on conflict (hour_start, log_group, environment, severity) do update set
    line_count = agg_lake_hour.line_count + excluded.line_count,
    loaded_at = now()
