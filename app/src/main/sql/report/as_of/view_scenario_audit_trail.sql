-- One row per event in the life of a scenario, as it was told at a time.
select row_now.*
from view_scenario_audit_trail as row_now
where is_written(row_now.loaded_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
union all
select row_then.*
from past_row as kept
cross join lateral jsonb_populate_record(null::view_scenario_audit_trail, kept.content) as row_then
where
    kept.table_name = 'view_scenario_audit_trail'
    and kept.scenario_key = row_then.scenario_key
    and is_written(kept.written_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
    and not is_written(kept.replaced_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
