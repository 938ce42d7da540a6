-- One row: the error pattern of this fingerprint, or the one that took its place, if we know it, and how often it was
-- seen in all.
with asked as (
    select pattern.error_pattern_key
    from dim_error_pattern as pattern
    where pattern.fingerprint = coalesce(
        (select alias.replaced_by from pattern_alias as alias where alias.fingerprint = :fingerprint limit 1),
        :fingerprint
    )
),

runs_with_pattern as (
    select
        run.run_id,
        run.scenario_key,
        1::bigint as occurrence_count,
        true as is_failure
    from fact_scenario_run as run
    where run.error_pattern_key = (select asked.error_pattern_key from asked)
),

calculations_with_pattern as (
    select
        calculation.run_id,
        calculation.scenario_key,
        1::bigint as occurrence_count,
        true as is_failure
    from fact_node_calc_detail as calculation
    where
        calculation.calc_outcome in ('failed', 'timeout')
        and calculation.error_pattern_key = (select asked.error_pattern_key from asked)
),

logged_runs as (
    select distinct
        log.run_id,
        scenario.scenario_key,
        0::bigint as occurrence_count,
        false as is_failure
    from fact_cloudwatch_log as log
    left join dim_scenario as scenario
        on log.scenario_id = scenario.scenario_id
    where
        log.error_pattern_key = (select asked.error_pattern_key from asked)
        and coalesce(log.run_id, log.scenario_id) is not null
),

lines_with_pattern as (
    select
        null::uuid as run_id,
        null::int as scenario_key,
        lines.line_count as occurrence_count,
        false as is_failure
    from seen_error_pattern_day() as lines
    where lines.error_pattern_key = (select asked.error_pattern_key from asked)
),

occurrences as (
    select * from runs_with_pattern
    union all
    select * from calculations_with_pattern
    union all
    select * from logged_runs
    union all
    select * from lines_with_pattern
),

counted_occurrences as (
    select
        coalesce(sum(occurrences.occurrence_count), 0)::bigint as occurrence_count,
        count(distinct occurrences.run_id) filter (where occurrences.is_failure) as failed_run_count,
        count(distinct occurrences.scenario_key) filter (where occurrences.is_failure) as failed_scenario_count,
        count(distinct occurrences.run_id) as run_count,
        count(distinct occurrences.scenario_key) as scenario_count
    from occurrences
)

select
    pattern.error_pattern_key,
    pattern.fingerprint,
    pattern.pattern,
    pattern.error_category,
    pattern.category_rule,
    pattern_severity(pattern.fingerprint, pattern.severity) as severity,
    counted_occurrences.occurrence_count,
    counted_occurrences.failed_run_count,
    counted_occurrences.failed_scenario_count,
    counted_occurrences.run_count,
    counted_occurrences.scenario_count,
    coalesce(is_new(pattern.first_seen_at, :at_time::timestamptz), false) as is_new,
    pattern.first_seen_at,
    pattern.last_seen_at
from dim_error_pattern as pattern
cross join counted_occurrences
where pattern.error_pattern_key = (select asked.error_pattern_key from asked)
