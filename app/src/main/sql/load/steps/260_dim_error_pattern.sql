-- One row per error pattern. Repeating it is harmless: first and last sight only widen. A category once given stays,
-- as a person may have chosen it.
with occurrences as (
    select
        runs.fail_reason as message,
        runs.run_at as seen_at,
        case when outcome_of(runs.run_status) in ('failed', 'timeout') then 'major' else 'minor' end as severity
    from fc_scenario_run as runs
    where runs.fail_reason is not null
    union all
    select
        calculations.fail_reason,
        coalesce(calculations.processing_end_at, calculations.updated_at),
        case when outcome_of(calculations.status) in ('failed', 'timeout') then 'major' else 'minor' end
    from fc_scenario_node_calc as calculations
    where calculations.fail_reason is not null
),

patterns as (
    select
        classes.fingerprint,
        min(classes.pattern) as pattern,
        min(classes.error_category) as error_category,
        min(classes.category_rule) as category_rule,
        min(occurrences.severity) as severity,
        min(occurrences.seen_at) as first_seen_at,
        max(occurrences.seen_at) as last_seen_at
    from occurrences
    inner join error_class as classes
        on classes.message = occurrences.message
    group by classes.fingerprint
)

insert into dim_error_pattern (
    fingerprint, pattern, error_category, category_rule, severity, first_seen_at, last_seen_at
)
select
    patterns.fingerprint,
    patterns.pattern,
    patterns.error_category,
    patterns.category_rule,
    least(patterns.severity, known.severity),
    least(patterns.first_seen_at, known.first_seen_at),
    greatest(patterns.last_seen_at, known.last_seen_at)
from patterns
left join dim_error_pattern as known
    on known.fingerprint = patterns.fingerprint
where known.fingerprint is null
    or patterns.first_seen_at < known.first_seen_at
    or patterns.last_seen_at > known.last_seen_at
on conflict (fingerprint) do update set
    severity = excluded.severity,
    first_seen_at = excluded.first_seen_at,
    last_seen_at = excluded.last_seen_at,
    loaded_at = now()
