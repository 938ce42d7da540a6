-- The patterns that take the place of retired ones, as long-lived as both together.
with replaced as (
    select
        retired.replaced_by,
        min(retired.pattern) as pattern,
        (array_agg(known.error_category order by known.error_pattern_key))[1] as error_category,
        (array_agg(known.category_rule order by known.error_pattern_key))[1] as category_rule,
        (array['critical', 'major', 'minor', 'info'])[
            min(array_position(array['critical', 'major', 'minor', 'info'], known.severity))
        ] as severity,
        min(known.first_seen_at) as first_seen_at,
        max(known.last_seen_at) as last_seen_at
    from retired_pattern as retired
    inner join dim_error_pattern as known
        on known.fingerprint = retired.fingerprint
    group by retired.replaced_by
)

insert into dim_error_pattern (
    fingerprint, pattern, error_category, category_rule, severity, first_seen_at, last_seen_at
)
select
    replaced.replaced_by,
    replaced.pattern,
    replaced.error_category,
    replaced.category_rule,
    coalesce(known.severity, replaced.severity),
    least(replaced.first_seen_at, known.first_seen_at),
    greatest(replaced.last_seen_at, known.last_seen_at)
from replaced
left join dim_error_pattern as known
    on known.fingerprint = replaced.replaced_by
where known.fingerprint is null
    or replaced.first_seen_at < known.first_seen_at
    or replaced.last_seen_at > known.last_seen_at
on conflict (fingerprint) do update set
    severity = excluded.severity,
    first_seen_at = excluded.first_seen_at,
    last_seen_at = excluded.last_seen_at,
    loaded_at = now()
