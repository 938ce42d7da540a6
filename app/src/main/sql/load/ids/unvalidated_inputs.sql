-- Input versions in force that the warehouse knows as not validated, newest first: validation leaves no time stamp. Past
-- the bound, validation of what lay about for long is found by a full load.
select known.node_data_id
from fact_scenario_input_change as known
left join stg_input_version as already
    on already.input_version_id = known.node_data_id
where not known.is_validated
    and known.ended_at is null
    and already.input_version_id is null
order by known.changed_at desc
limit 2000
