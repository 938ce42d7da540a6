-- step: writes agg_error_pattern_hour
-- Lines of each pattern, by hour.
insert into agg_error_pattern_hour (error_pattern_key, hour_start, environment, severity, line_count)
select
    log_gain.error_pattern_key,
    log_gain.hour_start,
    log_gain.environment,
    log_gain.severity,
    sum(log_gain.line_count)
from log_gain
where log_gain.error_pattern_key is not null
group by 1, 2, 3, 4
having sum(log_gain.line_count) <> 0
on conflict (error_pattern_key, hour_start, environment, severity) do update set
    line_count = agg_error_pattern_hour.line_count + excluded.line_count,
    loaded_at = now()
