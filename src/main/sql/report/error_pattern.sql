-- One row: the error pattern of this fingerprint, if we know it, and how often it was seen in all.
with runs_with_pattern as (
    select
        run.run_id,
        run.scenario_key
    from fact_scenario_run as run
    where run.error_pattern_key = (
        select asked.error_pattern_key from dim_error_pattern as asked where asked.fingerprint = :fingerprint
    )
),

calculations_with_pattern as (
    select
        calculation.run_id,
        calculation.scenario_key
    from fact_node_calc_detail as calculation
    where
        calculation.calc_outcome in ('failed', 'timeout')
        and calculation.error_pattern_key = (
            select asked.error_pattern_key from dim_error_pattern as asked where asked.fingerprint = :fingerprint
        )
),

logs_with_pattern as (
    select
        log.run_id,
        null::int as scenario_key
    from fact_cloudwatch_log as log
    where log.error_pattern_key = (
        select asked.error_pattern_key from dim_error_pattern as asked where asked.fingerprint = :fingerprint
    )
),

occurrences as (
    select * from runs_with_pattern
    union all
    select * from calculations_with_pattern
    union all
    select * from logs_with_pattern
),

counted_occurrences as (
    select
        count(*) as occurrence_count,
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
    pattern.severity,
    counted_occurrences.occurrence_count,
    counted_occurrences.run_count,
    counted_occurrences.scenario_count,
    pattern.first_seen_at,
    pattern.last_seen_at
from dim_error_pattern as pattern
cross join counted_occurrences
where pattern.fingerprint = :fingerprint
