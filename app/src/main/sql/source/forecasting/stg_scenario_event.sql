-- One row per kind of event a scenario has.
select
    links.id as scenario_event_id,
    links.event_type_id,
    links.scenario_id
from fc_scenario_event_type as links
