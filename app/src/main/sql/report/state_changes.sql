-- One row per lifecycle transition of a scenario, oldest first.
select
    state_change.previous_status,
    state_change.new_status,
    state_change.transition_type,
    nullif(person.user_id, '') as changed_by,
    state_change.correlation_id,
    state_change.change_reason as reason,
    state_change.metadata,
    state_change.changed_at
from fact_scenario_state_change as state_change
inner join dim_user as person
    on state_change.changed_by_user_key = person.user_key
where state_change.scenario_key = :scenario_key
order by
    state_change.changed_at,
    state_change.state_change_key
limit :row_limit
