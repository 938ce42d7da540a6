-- One row per error category: how many runs failed or timed out with it since a time, the most frequent first.
select
    coalesce(run.error_category, 'uncategorized') as category,
    count(*) as run_count
from fact_scenario_run as run
where
    run.run_started_at >= :from_time::timestamptz
    and run.run_outcome in ('failed', 'timeout')
group by coalesce(run.error_category, 'uncategorized')
order by
    run_count desc,
    category
limit :row_limit
