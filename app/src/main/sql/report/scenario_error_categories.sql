-- One row per error category of a scenario: how many of its runs failed or timed out with it, the most frequent first,
-- and how many log lines of the scenario carry it.
with runs_by_category as (
    select
        coalesce(run.error_category, 'uncategorized') as category,
        count(*) as run_count
    from fact_scenario_run as run
    where
        run.scenario_key = :scenario_key
        and run.run_outcome in ('failed', 'timeout')
    group by coalesce(run.error_category, 'uncategorized')
),

lines_by_category as (
    select
        pattern.error_category as category,
        sum(lines.line_count)::bigint as log_count
    from agg_error_pattern_subject as lines
    inner join dim_error_pattern as pattern
        on lines.error_pattern_key = pattern.error_pattern_key
    where
        lines.subject_type = 'scenario'
        and lines.subject_id = (
            select scenario.scenario_id::text from dim_scenario as scenario where scenario.scenario_key = :scenario_key
        )
    group by pattern.error_category
)

select
    coalesce(runs_by_category.category, lines_by_category.category) as category,
    coalesce(runs_by_category.run_count, 0) as count,
    coalesce(lines_by_category.log_count, 0) as log_count
from runs_by_category
full join lines_by_category
    on runs_by_category.category = lines_by_category.category
order by
    count desc,
    log_count desc,
    category
