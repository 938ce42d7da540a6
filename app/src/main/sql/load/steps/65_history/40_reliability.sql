-- step: writes fact_reliability_daily
-- One row per UTC day and model with a run, computed anew for the days and models of the runs read. Repeating it is
-- harmless: only what differs is written.
with touched as (
    select distinct
        runs.run_date_key as date_key,
        runs.model_key,
        days.full_date
    from stg_run as staged
    inner join fact_scenario_run as runs
        on runs.run_id = staged.run_id
    inner join dim_date as days
        on days.date_key = runs.run_date_key
),

runs as (
    select
        touched.date_key,
        touched.model_key,
        known.run_id,
        known.run_outcome,
        known.error_category,
        known.duration_seconds,
        known.node_calc_failed + known.node_calc_timeout as node_failures
    from touched
    inner join fact_scenario_run as known
        on known.model_key = touched.model_key
        and known.run_started_at >= touched.full_date::timestamp at time zone 'UTC'
        and known.run_started_at < (touched.full_date + 1)::timestamp at time zone 'UTC'
),

totals as (
    select
        runs.date_key,
        runs.model_key,
        count(*)::int as total_runs,
        count(*) filter (where runs.run_outcome = 'success')::int as successful_runs,
        count(*) filter (where runs.run_outcome = 'failed')::int as failed_runs,
        count(*) filter (where runs.run_outcome = 'timeout')::int as timeout_runs,
        coalesce(sum(runs.node_failures), 0)::bigint as total_node_failures,
        avg(runs.duration_seconds)::numeric(12, 3) as avg_duration_seconds,
        (percentile_cont(0.95) within group (order by runs.duration_seconds))::numeric(12, 3) as p95_duration_seconds
    from runs
    group by runs.date_key, runs.model_key
),

categories as (
    select distinct on (counted.date_key, counted.model_key)
        counted.date_key,
        counted.model_key,
        counted.error_category
    from (
        select
            runs.date_key,
            runs.model_key,
            runs.error_category,
            count(*) as occurrences
        from runs
        where runs.error_category is not null
        group by runs.date_key, runs.model_key, runs.error_category
    ) as counted
    order by counted.date_key, counted.model_key, counted.occurrences desc, counted.error_category
),

nodes as (
    select distinct on (counted.date_key, counted.model_key)
        counted.date_key,
        counted.model_key,
        counted.node_key
    from (
        select
            runs.date_key,
            runs.model_key,
            calculations.node_key,
            count(*) as failures
        from runs
        inner join fact_node_calc_detail as calculations
            on calculations.run_id = runs.run_id
        where runs.node_failures > 0
            and calculations.calc_outcome in ('failed', 'timeout')
        group by runs.date_key, runs.model_key, calculations.node_key
    ) as counted
    order by counted.date_key, counted.model_key, counted.failures desc, counted.node_key
),

candidate as (
    select
        totals.date_key,
        totals.model_key,
        nodes.node_key as top_failing_node_key,
        categories.error_category as top_error_category,
        totals.total_runs,
        totals.successful_runs,
        totals.failed_runs,
        totals.timeout_runs,
        totals.total_node_failures,
        totals.avg_duration_seconds,
        totals.p95_duration_seconds
    from totals
    left join categories
        on categories.date_key = totals.date_key
        and categories.model_key = totals.model_key
    left join nodes
        on nodes.date_key = totals.date_key
        and nodes.model_key = totals.model_key
)

insert into fact_reliability_daily (
    date_key, model_key, top_failing_node_key, top_error_category, total_runs, successful_runs, failed_runs,
    timeout_runs, total_node_failures, avg_duration_seconds, p95_duration_seconds
)
select candidate.*
from candidate
left join fact_reliability_daily as known
    on known.date_key = candidate.date_key
    and known.model_key = candidate.model_key
where known.date_key is null
    or (
        known.top_failing_node_key, known.top_error_category, known.total_runs, known.successful_runs,
        known.failed_runs, known.timeout_runs, known.total_node_failures, known.avg_duration_seconds,
        known.p95_duration_seconds
    ) is distinct from (
        candidate.top_failing_node_key, candidate.top_error_category, candidate.total_runs,
        candidate.successful_runs, candidate.failed_runs, candidate.timeout_runs, candidate.total_node_failures,
        candidate.avg_duration_seconds, candidate.p95_duration_seconds
    )
on conflict (date_key, model_key) do update set
    top_failing_node_key = excluded.top_failing_node_key,
    top_error_category = excluded.top_error_category,
    total_runs = excluded.total_runs,
    successful_runs = excluded.successful_runs,
    failed_runs = excluded.failed_runs,
    timeout_runs = excluded.timeout_runs,
    total_node_failures = excluded.total_node_failures,
    avg_duration_seconds = excluded.avg_duration_seconds,
    p95_duration_seconds = excluded.p95_duration_seconds,
    loaded_at = now()
