-- One row per UTC day on which a pattern was seen since a time, oldest first.
with occurrences as (
    select
        (run.run_started_at at time zone 'UTC')::date as day,
        1 as runs,
        0 as calculations,
        0 as lines
    from fact_scenario_run as run
    where
        run.error_pattern_key = :error_pattern_key
        and run.run_started_at >= :from_time::timestamptz
    union all
    select
        (coalesce(calculation.updated_at, calculation.created_at) at time zone 'UTC')::date,
        0,
        1,
        0
    from fact_node_calc_detail as calculation
    where
        calculation.error_pattern_key = :error_pattern_key
        and calculation.calc_outcome in ('failed', 'timeout')
        and coalesce(calculation.updated_at, calculation.created_at) >= :from_time::timestamptz
    union all
    select
        lines.day,
        0,
        0,
        lines.line_count
    from seen_error_pattern_day() as lines
    where
        lines.error_pattern_key = :error_pattern_key
        and lines.day >= (:from_time::timestamptz at time zone 'UTC')::date
)

select
    occurrences.day,
    sum(occurrences.runs)::bigint as run_count,
    sum(occurrences.calculations)::bigint as calculation_count,
    sum(occurrences.lines)::bigint as log_count
from occurrences
group by occurrences.day
having sum(occurrences.runs + occurrences.calculations + occurrences.lines) > 0
order by occurrences.day
