-- One row per verdict up to a time that said something else than the one before. None is ever changed.
select row_now.*
from fact_run_verdict as row_now
where is_written(row_now.loaded_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
