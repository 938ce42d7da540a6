-- step: writes fact_scenario_state_change
-- One row per lifecycle transition. Only ever added to: the source overwrites a time stamp when a transition is made
-- again, and what was seen once stays. Repeating it is harmless.
with transitions as (
    select
        fc_scenario.id as scenario_id, 'created' as transition_type, 'draft' as new_status,
        fc_scenario.created_by as changed_by, fc_scenario.created_req_id as correlation_id,
        fc_scenario.created_at as changed_at
    from fc_scenario
    union all
    select
        fc_scenario.id, 'submitted', 'submitted', fc_scenario.submitted_by, fc_scenario.submitted_req_id,
        fc_scenario.submitted_at
    from fc_scenario
    union all
    select
        fc_scenario.id, 'locked', 'locked', fc_scenario.locked_by, fc_scenario.locked_req_id, fc_scenario.locked_at
    from fc_scenario
    union all
    select
        fc_scenario.id, 'withdrawn', 'withdrawn', fc_scenario.withdraw_by, fc_scenario.withdraw_req_id,
        fc_scenario.withdraw_at
    from fc_scenario
    union all
    select
        fc_scenario.id, 'deleted', 'deleted', fc_scenario.delete_by, fc_scenario.delete_req_id,
        fc_scenario.delete_at
    from fc_scenario
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
