-- One row per scenario, as it stood at a time.
select row_now.*
from dim_scenario as row_now
where is_written(row_now.loaded_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
union all
select row_then.*
from past_row as kept
cross join lateral jsonb_populate_record(null::dim_scenario, kept.content) as row_then
where
    kept.table_name = 'dim_scenario'
    and kept.scenario_key = row_then.scenario_key
    and is_written(kept.written_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
    and not is_written(kept.replaced_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
