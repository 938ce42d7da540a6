-- The releases, the oldest first.
select
    dim_release.release_key,
    dim_release.model_key,
    dim_release.released_at
from dim_release
order by
    dim_release.released_at,
    dim_release.release_key
