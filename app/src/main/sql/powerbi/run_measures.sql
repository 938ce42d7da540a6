-- The SQL twins of the measures of runs: each query gives one row and one column, the measure's value over everything.
-- They read the tables, not the views that Power BI reads, so that they check those as well. A time is text, to the
-- minute, in UTC.

-- measure: Runs
select count(*) from fact_scenario_run;

-- measure: Successful Runs
select count(*) from fact_scenario_run where run_outcome = 'success';

-- measure: Failed Runs
select count(*) from fact_scenario_run where run_outcome = 'failed';

-- measure: Timed Out Runs
select count(*) from fact_scenario_run where run_outcome = 'timeout';

-- measure: Runs In Progress
select count(*) from fact_scenario_run where run_outcome = 'in_progress';

-- measure: Runs Of Unknown Outcome
select count(*) from fact_scenario_run where run_outcome = 'unknown';

-- measure: Finished Runs
select count(*) from fact_scenario_run where run_outcome not in ('in_progress', 'unknown');

-- measure: Unsuccessful Runs
select count(*) from fact_scenario_run where run_outcome in ('failed', 'timeout');

-- measure: Scenarios Run
select count(distinct scenario_key) from fact_scenario_run;

-- measure: Users Running
select count(distinct run_by_user_key) from fact_scenario_run;

-- measure: Success Rate
select
    count(*) filter (where run_outcome = 'success')::numeric
    / nullif(count(*) filter (where run_outcome in ('success', 'failed', 'timeout')), 0)
from fact_scenario_run;

-- measure: Failure Rate
select
    count(*) filter (where run_outcome in ('failed', 'timeout'))::numeric
    / nullif(count(*) filter (where run_outcome in ('success', 'failed', 'timeout')), 0)
from fact_scenario_run;

-- measure: Mean Duration (s)
select avg(duration_seconds) from fact_scenario_run;

-- measure: Median Duration (s)
select percentile_cont(0.5) within group (order by duration_seconds) from fact_scenario_run;

-- measure: Duration p95 (s)
select percentile_cont(0.95) within group (order by duration_seconds) from fact_scenario_run;

-- measure: Longest Duration (s)
select max(duration_seconds) from fact_scenario_run;

-- measure: Scenarios
select count(*) from dim_scenario where scenario_key <> -1;

-- measure: Failing Scenarios
select count(*)
from dim_scenario
cross join lateral (
    select fact_scenario_run.run_outcome
    from fact_scenario_run
    where fact_scenario_run.scenario_key = dim_scenario.scenario_key
        and fact_scenario_run.run_outcome in ('success', 'failed', 'timeout')
    order by fact_scenario_run.run_started_at desc, fact_scenario_run.run_id desc
    limit 1
) as last_finished
where dim_scenario.scenario_key <> -1
    and last_finished.run_outcome <> 'success';

-- measure: Failure Streak
select coalesce(max(streaks.failed_runs), 0)
from (
    select count(*) as failed_runs
    from fact_scenario_run
    where fact_scenario_run.run_outcome in ('failed', 'timeout')
        and fact_scenario_run.scenario_key <> -1
        and not exists (
            select 1
            from fact_scenario_run as later
            where later.scenario_key = fact_scenario_run.scenario_key
                and later.run_outcome = 'success'
                and (later.run_started_at, later.run_id)
                > (fact_scenario_run.run_started_at, fact_scenario_run.run_id)
        )
    group by fact_scenario_run.scenario_key
) as streaks;

-- measure: Last Run At
select to_char(max(run_started_at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI')
from fact_scenario_run
where scenario_key <> -1;

-- measure: Last Good Run
select case when count(*) = 1 then min(last_good.run_id::text) end
from dim_scenario
left join lateral (
    select fact_scenario_run.run_id
    from fact_scenario_run
    where fact_scenario_run.scenario_key = dim_scenario.scenario_key
        and fact_scenario_run.run_outcome = 'success'
    order by fact_scenario_run.run_started_at desc, fact_scenario_run.run_id desc
    limit 1
) as last_good
    on true
where dim_scenario.scenario_key <> -1;

-- measure: First Failing Run
select case when count(*) = 1 then min(first_failing.run_id::text) end
from dim_scenario
left join lateral (
    select fact_scenario_run.run_id
    from fact_scenario_run
    where fact_scenario_run.scenario_key = dim_scenario.scenario_key
        and fact_scenario_run.run_outcome in ('failed', 'timeout')
        and not exists (
            select 1
            from fact_scenario_run as later
            where later.scenario_key = fact_scenario_run.scenario_key
                and later.run_outcome = 'success'
                and (later.run_started_at, later.run_id)
                > (fact_scenario_run.run_started_at, fact_scenario_run.run_id)
        )
    order by fact_scenario_run.run_started_at, fact_scenario_run.run_id
    limit 1
) as first_failing
    on true
where dim_scenario.scenario_key <> -1;

-- measure: Mean Time To Recovery (h)
with successes as (
    select
        scenario_key,
        run_id,
        run_started_at,
        coalesce(run_ended_at, run_started_at) as finished_at
    from fact_scenario_run
    where run_outcome = 'success'
),

failures as (
    select
        fact_scenario_run.scenario_key,
        coalesce(fact_scenario_run.run_ended_at, fact_scenario_run.run_started_at) as finished_at,
        recovery.run_id as recovered_run_id,
        recovery.finished_at as recovered_at,
        row_number() over (
            partition by fact_scenario_run.scenario_key, recovery.run_id
            order by fact_scenario_run.run_started_at, fact_scenario_run.run_id
        ) as position
    from fact_scenario_run
    inner join lateral (
        select successes.run_id, successes.finished_at
        from successes
        where successes.scenario_key = fact_scenario_run.scenario_key
            and (successes.run_started_at, successes.run_id)
            > (fact_scenario_run.run_started_at, fact_scenario_run.run_id)
        order by successes.run_started_at, successes.run_id
        limit 1
    ) as recovery
        on true
    where fact_scenario_run.run_outcome in ('failed', 'timeout')
)

select avg(extract(epoch from recovered_at - finished_at) / 3600)
from failures
where position = 1;

-- measure: Longest Time To Recovery (h)
with successes as (
    select
        scenario_key,
        run_id,
        run_started_at,
        coalesce(run_ended_at, run_started_at) as finished_at
    from fact_scenario_run
    where run_outcome = 'success'
),

failures as (
    select
        coalesce(fact_scenario_run.run_ended_at, fact_scenario_run.run_started_at) as finished_at,
        recovery.finished_at as recovered_at,
        row_number() over (
            partition by fact_scenario_run.scenario_key, recovery.run_id
            order by fact_scenario_run.run_started_at, fact_scenario_run.run_id
        ) as position
    from fact_scenario_run
    inner join lateral (
        select successes.run_id, successes.finished_at
        from successes
        where successes.scenario_key = fact_scenario_run.scenario_key
            and (successes.run_started_at, successes.run_id)
            > (fact_scenario_run.run_started_at, fact_scenario_run.run_id)
        order by successes.run_started_at, successes.run_id
        limit 1
    ) as recovery
        on true
    where fact_scenario_run.run_outcome in ('failed', 'timeout')
)

select max(extract(epoch from recovered_at - finished_at) / 3600)
from failures
where position = 1;

-- measure: Rows Of Failures
with finished as (
    select
        run_outcome,
        lag(run_outcome) over (
            partition by scenario_key order by run_started_at, run_id
        ) as outcome_before
    from fact_scenario_run
    where run_outcome in ('success', 'failed', 'timeout')
)

select count(*)
from finished
where run_outcome <> 'success'
    and coalesce(outcome_before, 'success') = 'success';

-- measure: Recovered Rows
with finished as (
    select
        run_outcome,
        lag(run_outcome) over (
            partition by scenario_key order by run_started_at, run_id
        ) as outcome_before
    from fact_scenario_run
    where run_outcome in ('success', 'failed', 'timeout')
)

select count(*)
from finished
where run_outcome = 'success'
    and outcome_before <> 'success';

-- measure: Longest Failure Streak
with finished as (
    select
        scenario_key,
        run_outcome <> 'success' as is_failure,
        row_number() over (partition by scenario_key order by run_started_at, run_id)
        - row_number() over (
            partition by scenario_key, run_outcome <> 'success' order by run_started_at, run_id
        ) as island
    from fact_scenario_run
    where run_outcome in ('success', 'failed', 'timeout')
)

select max(streaks.failed_runs)
from (
    select count(*) as failed_runs
    from finished
    where is_failure
    group by scenario_key, island
) as streaks;

-- measure: Daily Runs
select sum(total_runs) from fact_reliability_daily;

-- measure: Daily Successful Runs
select sum(successful_runs) from fact_reliability_daily;

-- measure: Daily Node Failures
select sum(total_node_failures) from fact_reliability_daily;

-- measure: Worst Daily p95 (s)
select max(p95_duration_seconds) from fact_reliability_daily;
