-- One row per problem, as it stood at a time.
select row_now.*
from dim_problem as row_now
where is_written(row_now.loaded_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
union all
select row_then.*
from past_row as kept
cross join lateral jsonb_populate_record(null::dim_problem, kept.content) as row_then
where
    kept.table_name = 'dim_problem'
    and kept.problem_key = row_then.problem_key
    and is_written(kept.written_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
    and not is_written(kept.replaced_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
