-- One row per error category: how many runs failed or timed out with it since a time, and how many error lines were
-- logged, the most frequent first. Lines are counted from the load's counts by day.
with runs_by_category as (
    select
        coalesce(run.error_category, 'uncategorized') as category,
        count(*) as run_count
    from fact_scenario_run as run
    where
        run.run_started_at >= :from_time::timestamptz
        and run.run_outcome in ('failed', 'timeout')
    group by coalesce(run.error_category, 'uncategorized')
),

lines_by_category as (
    select
        pattern.error_category as category,
        sum(lines.line_count)::bigint as log_count
    from seen_error_pattern_day() as lines
    inner join dim_error_pattern as pattern
        on lines.error_pattern_key = pattern.error_pattern_key
    where
        lines.day >= (:from_time::timestamptz at time zone 'UTC')::date
        and lines.severity in ('ERROR', 'FATAL')
    group by pattern.error_category
)

select
    coalesce(runs_by_category.category, lines_by_category.category) as category,
    coalesce(runs_by_category.run_count, 0) + coalesce(lines_by_category.log_count, 0) as occurrence_count,
    coalesce(runs_by_category.run_count, 0) as run_count,
    coalesce(lines_by_category.log_count, 0) as log_count
from runs_by_category
full join lines_by_category
    on runs_by_category.category = lines_by_category.category
where coalesce(runs_by_category.run_count, 0) + coalesce(lines_by_category.log_count, 0) > 0
order by
    occurrence_count desc,
    category
limit :row_limit
