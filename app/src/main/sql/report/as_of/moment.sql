-- One row: the version of the warehouse that stood at a time, or was the newest up to a number; which transactions that had
-- begun by then were published later; and how far back versions can be told. All null before the first that can.
with kept as (
    select
        load.version,
        load.written_at,
        load.ended_at
    from etl_run as load
    where
        load.version is not null
        and load.written_at is not null
        and load.ended_at is not null
)

select
    now() as now_at,
    bounds.kept_since,
    bounds.first_version,
    bounds.last_version,
    stood.version,
    stood.ended_at as published_at,
    array(
        select kept.written_at::text
        from kept
        where
            kept.version > stood.version
            and kept.written_at <= stood.ended_at
        order by kept.version
    ) as unseen
from (
    select
        min(kept.ended_at) as kept_since,
        min(kept.version) as first_version,
        max(kept.version) as last_version
    from kept
) as bounds
left join lateral (
    select
        kept.version,
        kept.ended_at
    from kept
    where
        (:version::bigint is null or kept.version <= :version::bigint)
        and (:at_time::timestamptz is null or kept.ended_at <= :at_time::timestamptz)
    order by kept.version desc
    limit 1
) as stood
    on true
