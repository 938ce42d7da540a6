-- One row per status that a scenario of the viewer has, by name.
select distinct scenario.current_status as status
from dim_scenario as scenario
where
    scenario.scenario_key > 0
    and scenario.current_status <> ''
order by status
