-- step: writes agg_error_pattern_day
-- Lines of each pattern, by day.
insert into agg_error_pattern_day (day, error_pattern_key, environment, severity, line_count)
select
    (log_gain.hour_start at time zone 'UTC')::date,
    log_gain.error_pattern_key,
    log_gain.environment,
    log_gain.severity,
    sum(log_gain.line_count)
from log_gain
where log_gain.error_pattern_key is not null
group by 1, 2, 3, 4
having sum(log_gain.line_count) <> 0
on conflict (day, error_pattern_key, environment, severity) do update set
    line_count = agg_error_pattern_day.line_count + excluded.line_count,
    loaded_at = now()
