-- One row per error pattern of the staged log lines. Repeating it is harmless: first and last sight only widen, a
-- category once given stays. A line whose time cannot be believed says nothing about first and last sight.
with occurrences as (
    select
        lines.class_no,
        min(case lines.severity when 'FATAL' then 1 when 'ERROR' then 2 when 'WARN' then 3 else 4 end) as rank,
        min(lines.log_timestamp) filter (
            where lines.log_timestamp between now() - interval '10 years' and now() + interval '2 days'
        ) as first_seen_at,
        max(lines.log_timestamp) filter (
            where lines.log_timestamp between now() - interval '10 years' and now() + interval '2 days'
        ) as last_seen_at
    from log_line as lines
    where lines.class_no is not null
        and lines.is_kept
    group by lines.class_no
),

patterns as (
    select
        classes.fingerprint,
        min(classes.pattern) as pattern,
        min(classes.error_category) as error_category,
        min(classes.category_rule) as category_rule,
        (array['critical', 'major', 'minor', 'info'])[min(occurrences.rank)] as severity,
        min(occurrences.rank) as rank,
        min(occurrences.first_seen_at) as first_seen_at,
        max(occurrences.last_seen_at) as last_seen_at
    from occurrences
    inner join log_class as classes
        on classes.class_no = occurrences.class_no
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
    case
        when patterns.rank < array_position(array['critical', 'major', 'minor', 'info'], known.severity)
            or known.severity is null then patterns.severity
        else known.severity
    end,
    least(patterns.first_seen_at, known.first_seen_at),
    greatest(patterns.last_seen_at, known.last_seen_at)
from patterns
left join dim_error_pattern as known
    on known.fingerprint = patterns.fingerprint
where known.fingerprint is null
    or patterns.first_seen_at < known.first_seen_at
    or patterns.last_seen_at > known.last_seen_at
    or known.severity is null
    or patterns.rank < array_position(array['critical', 'major', 'minor', 'info'], known.severity)
on conflict (fingerprint) do update set
    severity = excluded.severity,
    first_seen_at = excluded.first_seen_at,
    last_seen_at = excluded.last_seen_at,
    loaded_at = now()
