-- One row per error category of a scenario: how many of its runs failed or timed out with it, the most frequent first.
select
    coalesce(run.error_category, 'uncategorized') as category,
    count(*) as run_count
from fact_scenario_run as run
where
    run.scenario_key = :scenario_key
    and run.run_outcome in ('failed', 'timeout')
group by coalesce(run.error_category, 'uncategorized')
order by
    run_count desc,
    category
