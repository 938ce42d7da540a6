-- One row: who else failed. Around a run means within 15 minutes of its start. What is usual comes from the daily
-- figures, of which the scenario's own runs are taken out.
with lineage as (
    select scenario.scenario_key
    from dim_scenario as scenario
    where coalesce(scenario.core_scenario_id, scenario.scenario_id) = :lineage_id::uuid
),

around as (
    select run.*
    from fact_scenario_run as run
    where
        run.run_started_at >= :started_at::timestamptz - interval '15 minutes'
        and run.run_started_at <= :started_at::timestamptz + interval '15 minutes'
        and run.scenario_key not in (select lineage.scenario_key from lineage)
),

around_counts as (
    select
        count(distinct around.scenario_key) filter (
            where
                around.error_pattern_key = :error_pattern_key::int
                and around.run_outcome in ('failed', 'timeout')
        ) as scenarios_around,
        count(distinct around.model_key) filter (
            where
                around.error_pattern_key = :error_pattern_key::int
                and around.run_outcome in ('failed', 'timeout')
                and around.model_key <> :model_key::int
        ) as models_around,
        count(*) filter (where around.run_outcome in ('failed', 'timeout')) as failed_around,
        count(*) filter (where around.run_outcome = 'success') as passed_around
    from around
),

same_pattern as (
    select
        run.run_id,
        run.scenario_key,
        run.run_started_at
    from fact_scenario_run as run
    where
        run.error_pattern_key = :error_pattern_key::int
        and run.run_started_at >= :started_at::timestamptz - interval '30 days'
        and run.run_started_at <= :started_at::timestamptz + interval '1 day'
),

usual_pattern as (
    select count(distinct (
        same_pattern.scenario_key,
        date_bin('30 minutes', same_pattern.run_started_at, :started_at::timestamptz - interval '15 minutes')
    )) as scenario_half_hours
    from same_pattern
    where
        same_pattern.run_started_at < :started_at::timestamptz - interval '15 minutes'
        and same_pattern.scenario_key not in (select lineage.scenario_key from lineage)
),

usual_days as (
    select
        coalesce(sum(daily.failed_runs + daily.timeout_runs), 0) as failed_runs,
        coalesce(sum(daily.failed_runs + daily.timeout_runs + daily.successful_runs), 0) as finished_runs
    from seen_reliability_daily() as daily
    where
        daily.date_key >= to_char(
            (:started_at::timestamptz - interval '30 days') at time zone 'UTC', 'YYYYMMDD'
        )::int
        and daily.date_key < to_char(:started_at::timestamptz at time zone 'UTC', 'YYYYMMDD')::int
),

own_days as (
    select
        count(*) filter (where run.run_outcome in ('failed', 'timeout')) as failed_runs,
        count(*) filter (where run.run_outcome in ('failed', 'timeout', 'success')) as finished_runs
    from fact_scenario_run as run
    where
        run.scenario_key = :scenario_key
        and run.run_started_at >= date_trunc('day', :started_at::timestamptz - interval '30 days', 'UTC')
        and run.run_started_at < date_trunc('day', :started_at::timestamptz, 'UTC')
)

select
    around_counts.scenarios_around,
    around_counts.models_around,
    around_counts.failed_around,
    around_counts.passed_around,
    usual_pattern.scenario_half_hours / 1440.0 as usual_scenarios,
    coalesce(
        greatest(usual_days.failed_runs - own_days.failed_runs, 0)
        / nullif(greatest(usual_days.finished_runs - own_days.finished_runs, 0), 0)::numeric,
        0
    ) as usual_failed_share,
    (select count(*) from same_pattern) as runs_in_month,
    (select count(distinct same_pattern.scenario_key) from same_pattern) as scenarios_in_month
from around_counts
cross join usual_pattern
cross join usual_days
cross join own_days
