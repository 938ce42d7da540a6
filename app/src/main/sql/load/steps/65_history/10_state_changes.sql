-- step: writes fact_scenario_state_change
-- One row per lifecycle transition. Only ever added to: the source overwrites a time stamp when a transition is made
-- again, and what was seen once stays. Repeating it is harmless.
with transitions as (
    select
        stg_scenario.scenario_id, 'created' as transition_type, 'draft' as new_status,
        stg_scenario.created_by as changed_by, stg_scenario.created_correlation_id as correlation_id,
        stg_scenario.created_at as changed_at
    from stg_scenario
    union all
    select
        stg_scenario.scenario_id, 'submitted', 'submitted', stg_scenario.submitted_by, stg_scenario.submitted_correlation_id,
        stg_scenario.submitted_at
    from stg_scenario
    union all
    select
        stg_scenario.scenario_id, 'locked', 'locked', stg_scenario.locked_by, stg_scenario.locked_correlation_id, stg_scenario.locked_at
    from stg_scenario
    union all
    select
        stg_scenario.scenario_id, 'withdrawn', 'withdrawn', stg_scenario.withdrawn_by, stg_scenario.withdrawn_correlation_id,
        stg_scenario.withdrawn_at
    from stg_scenario
    union all
    select
        stg_scenario.scenario_id, 'deleted', 'deleted', stg_scenario.deleted_by, stg_scenario.deleted_correlation_id,
        stg_scenario.deleted_at
    from stg_scenario
)

insert into fact_scenario_state_change (
    scenario_id, scenario_key, changed_by_user_key, transition_type, new_status, correlation_id, changed_at
)
select
    transitions.scenario_id,
    scenarios.scenario_key,
    coalesce(users.user_key, -1),
    transitions.transition_type,
    transitions.new_status,
    transitions.correlation_id,
    transitions.changed_at
from transitions
inner join dim_scenario as scenarios
    on scenarios.scenario_id = transitions.scenario_id
left join dim_user as users
    on users.user_id = transitions.changed_by
where transitions.changed_at is not null
on conflict (scenario_key, scenario_id, transition_type, changed_at) do nothing
