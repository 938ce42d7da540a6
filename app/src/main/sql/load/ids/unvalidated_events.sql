-- Event versions in force that the warehouse knows as not validated, newest first: validation leaves no time stamp. Past
-- the bound, validation of what lay about for long is found by a full load.
select known.event_data_id
from fact_event_input_change as known
left join stg_event_input as already
    on already.event_input_id = known.event_data_id
where not known.is_validated
    and known.ended_at is null
    and already.event_input_id is null
order by known.changed_at desc
limit 2000
