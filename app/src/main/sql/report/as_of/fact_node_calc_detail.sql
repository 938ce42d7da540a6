-- One row per calculation that failed or timed out, as it stood at a time; others as they stand now, where they did then.
select row_now.*
from fact_node_calc_detail as row_now
where is_written(row_now.loaded_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
union all
select row_then.*
from past_row as kept
cross join lateral jsonb_populate_record(null::fact_node_calc_detail, kept.content) as row_then
where
    kept.table_name = 'fact_node_calc_detail'
    and kept.scenario_key = row_then.scenario_key
    and kept.run_id = row_then.run_id
    and is_written(kept.written_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
    and not is_written(kept.replaced_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
