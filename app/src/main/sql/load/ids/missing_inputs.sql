-- Input versions that a calculation used and that nobody has read yet.
select distinct calculations.input_version_id
from stg_calculation as calculations
left join stg_input_version as versions
    on versions.input_version_id = calculations.input_version_id
left join fact_scenario_input_change as known
    on known.node_data_id = calculations.input_version_id
where versions.input_version_id is null
    and known.node_data_id is null
