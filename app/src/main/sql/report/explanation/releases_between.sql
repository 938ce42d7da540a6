-- One row per release of the platform between two times, the newest first.
select
    release.release_name,
    release.service_name,
    release.released_at
from dim_release as release
where
    release.model_key = -1
    and release.released_at > :from_time::timestamptz
    and release.released_at <= :until_time::timestamptz
order by
    release.released_at desc,
    release.release_name,
    release.service_name
limit :row_limit
