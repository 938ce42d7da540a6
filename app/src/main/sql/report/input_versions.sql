-- One row per input version asked for, with its JSON.
select
    version.node_data_id,
    version.input_data
from fact_scenario_input_change as version
where
    version.scenario_key = :scenario_key
    and version.node_data_id = any(:node_data_ids::uuid[])
