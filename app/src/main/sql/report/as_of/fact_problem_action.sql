-- One row per act of a person up to a time. None is ever changed.
select row_now.*
from fact_problem_action as row_now
where is_written(row_now.loaded_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
