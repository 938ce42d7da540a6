-- One row per release told of up to a time.
select row_now.*
from dim_release as row_now
where is_written(row_now.loaded_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
