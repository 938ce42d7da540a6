-- step: prepares unexplained_run
-- The failed and slow runs whose evidence this load has changed are to be explained (again). What was written by this load
-- bears its time; what it read and found unchanged asks for nothing, so a second load asks for nothing.
with changes as (
    select
        runs.scenario_key,
        runs.run_started_at as moment
    from stg_run as staged
    inner join fact_scenario_run as runs
        on runs.run_id = staged.run_id
    where runs.loaded_at = now()
    union all
    select
        versions.scenario_key,
        versions.changed_at
    from stg_input_version as staged
    inner join fact_scenario_input_change as versions
        on versions.node_data_id = staged.input_version_id
    where versions.loaded_at = now()
    union all
    select
        versions.scenario_key,
        versions.changed_at
    from stg_event_input as staged
    inner join fact_event_input_change as versions
        on versions.event_data_id = staged.event_input_id
    where versions.loaded_at = now()
    union all
    select
        runs.scenario_key,
        runs.run_started_at
    from stg_run as staged
    inner join fact_scenario_run as runs
        on runs.run_id = staged.run_id
    inner join fact_node_calc_detail as calculations
        on calculations.run_id = runs.run_id
    where runs.run_outcome in ('failed', 'timeout')
        and calculations.calc_outcome in ('failed', 'timeout')
        and calculations.loaded_at = now()
),

-- A success tells what mended the failures before it: they are explained anew back to the success before.
changed_scenarios as (
    select
        earliest.scenario_key,
        coalesce(last_success.run_started_at, '-infinity') as since
    from (
        select
            changes.scenario_key,
            min(changes.moment) as moment
        from changes
        where changes.scenario_key <> -1
        group by changes.scenario_key
    ) as earliest
    left join lateral (
        select max(runs.run_started_at) as run_started_at
        from fact_scenario_run as runs
        where runs.scenario_key = earliest.scenario_key
            and runs.run_started_at < earliest.moment
            and runs.run_outcome = 'success'
    ) as last_success
        on true
),

failed_runs as (
    select runs.run_id
    from changed_scenarios
    inner join fact_scenario_run as runs
        on runs.scenario_key = changed_scenarios.scenario_key
        and runs.run_started_at >= changed_scenarios.since
    where runs.run_outcome in ('failed', 'timeout')
),

-- Those that failed the same way within a quarter of an hour: together they are an outage.
neighbours as (
    select near.run_id
    from stg_run as staged
    inner join fact_scenario_run as runs
        on runs.run_id = staged.run_id
    inner join fact_scenario_run as near
        on near.run_started_at >= runs.run_started_at - interval '15 minutes'
        and near.run_started_at <= runs.run_started_at + interval '15 minutes'
        and near.error_pattern_key = runs.error_pattern_key
    where runs.loaded_at = now()
        and runs.run_outcome in ('failed', 'timeout')
        and near.run_outcome in ('failed', 'timeout')
),

slow_runs as (
    select finding.run_id
    from finding
    inner join fact_scenario_run as runs
        on runs.scenario_key = finding.scenario_key
        and runs.run_id = finding.run_id
    where finding.diagnostic_type = 'perf_metric'
        and finding.severity in ('major', 'minor')
        and runs.loaded_at = now()
),

-- Runs a cause was stored of, whatever has become of them.
explained_runs as (
    select runs.run_id
    from stg_run as staged
    inner join fact_run_diagnostic as known
        on known.run_id = staged.run_id
    inner join fact_scenario_run as runs
        on runs.run_id = staged.run_id
    where known.diagnostic_type = 'root_cause'
        and runs.loaded_at = now()
)

insert into unexplained_run (run_id)
select failed_runs.run_id
from failed_runs
union
select neighbours.run_id
from neighbours
union
select slow_runs.run_id
from slow_runs
union
select explained_runs.run_id
from explained_runs
on conflict (run_id) do nothing
