-- step: writes dim_error_pattern
-- One row per error pattern. Repeating it is harmless: first and last sight only widen, severity only rises, and a category
-- once given stays until it is decided anew.
with patterns as (
    select
        sightings.fingerprint,
        min(sightings.pattern) as pattern,
        (array_agg(
            sightings.error_category
            order by sightings.is_decided desc, sightings.error_category, sightings.category_rule
        ))[1] as error_category,
        (array_agg(
            sightings.category_rule
            order by sightings.is_decided desc, sightings.error_category, sightings.category_rule
        ))[1] as category_rule,
        bool_or(sightings.is_decided) as is_decided,
        min(sightings.severity_rank) as severity_rank,
        min(sightings.first_seen_at) as first_seen_at,
        max(sightings.last_seen_at) as last_seen_at
    from pattern_sighting as sightings
    group by sightings.fingerprint
),

candidate as (
    select
        patterns.fingerprint,
        patterns.pattern,
        case
            when known.fingerprint is null or patterns.is_decided then patterns.error_category
            else known.error_category
        end as error_category,
        case
            when known.fingerprint is null or patterns.is_decided then patterns.category_rule
            else known.category_rule
        end as category_rule,
        (array['critical', 'major', 'minor', 'info'])[
            least(
                patterns.severity_rank,
                array_position(array['critical', 'major', 'minor', 'info'], known.severity)
            )
        ] as severity,
        least(patterns.first_seen_at, known.first_seen_at) as first_seen_at,
        greatest(patterns.last_seen_at, known.last_seen_at) as last_seen_at
    from patterns
    left join dim_error_pattern as known
        on known.fingerprint = patterns.fingerprint
)

insert into dim_error_pattern (
    fingerprint, pattern, error_category, category_rule, severity, first_seen_at, last_seen_at
)
select candidate.*
from candidate
left join dim_error_pattern as known
    on known.fingerprint = candidate.fingerprint
where known.fingerprint is null
    or (
        known.error_category, known.category_rule, known.severity, known.first_seen_at, known.last_seen_at
    ) is distinct from (
        candidate.error_category, candidate.category_rule, candidate.severity, candidate.first_seen_at,
        candidate.last_seen_at
    )
on conflict (fingerprint) do update set
    error_category = excluded.error_category,
    category_rule = excluded.category_rule,
    severity = excluded.severity,
    first_seen_at = excluded.first_seen_at,
    last_seen_at = excluded.last_seen_at,
    loaded_at = now()
