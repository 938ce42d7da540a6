-- Scenarios of runs and inputs that neither this load nor an earlier one has read.
with referenced as (
    select runs.scenario_id
    from stg_run as runs
    union
    select versions.scenario_id
    from stg_input_version as versions
    union
    select event_types.scenario_id
    from stg_scenario_event as event_types
)

select referenced.scenario_id
from referenced
left join stg_scenario as scenarios
    on scenarios.scenario_id = referenced.scenario_id
left join dim_scenario as known
    on known.scenario_id = referenced.scenario_id
where scenarios.scenario_id is null
    and known.scenario_id is null
