-- step: prepares moved_pattern
-- Whatever carries a retired pattern carries the one in its place from now on. Counts move too, as the lines they were
-- counted from may be gone. Nothing to do in most loads.
create temporary table moved_pattern on commit drop as
select
    old_patterns.error_pattern_key as old_key,
    new_patterns.error_pattern_key as new_key,
    new_patterns.error_category
from retired_pattern as retired
inner join dim_error_pattern as old_patterns
    on old_patterns.fingerprint = retired.fingerprint
inner join dim_error_pattern as new_patterns
    on new_patterns.fingerprint = retired.replaced_by;

update fact_scenario_run as runs
set
    error_pattern_key = moved.new_key,
    error_category = moved.error_category,
    loaded_at = now()
from moved_pattern as moved
where runs.error_pattern_key = moved.old_key;

update fact_node_calc_detail as calculations
set
    error_pattern_key = moved.new_key,
    error_category = moved.error_category,
    loaded_at = now()
from moved_pattern as moved
where calculations.error_pattern_key = moved.old_key;

update fact_cloudwatch_log as lines
set
    error_pattern_key = moved.new_key,
    error_category = moved.error_category,
    loaded_at = now()
from moved_pattern as moved
where lines.error_pattern_key = moved.old_key;

with gone as (
    delete from agg_error_pattern_hour as counts
    using moved_pattern as moved
    where counts.error_pattern_key = moved.old_key
    returning moved.new_key, counts.hour_start, counts.environment, counts.severity, counts.line_count
)

insert into agg_error_pattern_hour (error_pattern_key, hour_start, environment, severity, line_count)
select
    gone.new_key,
    gone.hour_start,
    gone.environment,
    gone.severity,
    sum(gone.line_count)
from gone
group by 1, 2, 3, 4
on conflict (error_pattern_key, hour_start, environment, severity) do update set
    line_count = agg_error_pattern_hour.line_count + excluded.line_count,
    loaded_at = now();

with gone as (
    delete from agg_error_pattern_day as counts
    using moved_pattern as moved
    where counts.error_pattern_key = moved.old_key
    returning moved.new_key, counts.day, counts.environment, counts.severity, counts.line_count
)

insert into agg_error_pattern_day (error_pattern_key, day, environment, severity, line_count)
select
    gone.new_key,
    gone.day,
    gone.environment,
    gone.severity,
    sum(gone.line_count)
from gone
group by 1, 2, 3, 4
on conflict (day, error_pattern_key, environment, severity) do update set
    line_count = agg_error_pattern_day.line_count + excluded.line_count,
    loaded_at = now();

with gone as (
    delete from agg_error_pattern_subject as counts
    using moved_pattern as moved
    where counts.error_pattern_key = moved.old_key
    returning moved.new_key, counts.subject_type, counts.subject_id, counts.line_count
)

insert into agg_error_pattern_subject (error_pattern_key, subject_type, subject_id, line_count)
select
    gone.new_key,
    gone.subject_type,
    gone.subject_id,
    sum(gone.line_count)
from gone
group by 1, 2, 3
on conflict (error_pattern_key, subject_type, subject_id) do update set
    line_count = agg_error_pattern_subject.line_count + excluded.line_count,
    loaded_at = now()
