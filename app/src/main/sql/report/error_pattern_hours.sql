-- One row per UTC hour in which a pattern was seen, of the last days it was seen at all, oldest first.
with latest as (
    select pattern.last_seen_at - interval '3 days' as from_time
    from dim_error_pattern as pattern
    where pattern.error_pattern_key = :error_pattern_key
),

occurrences as (
    select
        date_trunc('hour', run.run_started_at, 'UTC') as hour_start,
        1 as runs,
        0 as calculations,
        0 as lines
    from fact_scenario_run as run
    cross join latest
    where
        run.error_pattern_key = :error_pattern_key
        and run.run_started_at >= latest.from_time
    union all
    select
        date_trunc('hour', coalesce(calculation.updated_at, calculation.created_at), 'UTC'),
        0,
        1,
        0
    from fact_node_calc_detail as calculation
    cross join latest
    where
        calculation.error_pattern_key = :error_pattern_key
        and calculation.calc_outcome in ('failed', 'timeout')
        and coalesce(calculation.updated_at, calculation.created_at) >= latest.from_time
    union all
    select
        lines.hour_start,
        0,
        0,
        lines.line_count
    from seen_error_pattern_hour() as lines
    cross join latest
    where
        lines.error_pattern_key = :error_pattern_key
        and lines.hour_start >= latest.from_time - interval '1 hour'
)

select
    occurrences.hour_start,
    sum(occurrences.runs)::bigint as run_count,
    sum(occurrences.calculations)::bigint as calculation_count,
    sum(occurrences.lines)::bigint as log_count
from occurrences
group by occurrences.hour_start
having sum(occurrences.runs + occurrences.calculations + occurrences.lines) > 0
order by occurrences.hour_start
