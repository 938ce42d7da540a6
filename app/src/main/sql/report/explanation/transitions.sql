-- One row per lifecycle transition of a scenario, the newest first.
select
    transition.transition_type,
    person.user_id,
    transition.changed_at
from fact_scenario_state_change as transition
inner join dim_user as person
    on transition.changed_by_user_key = person.user_key
where transition.scenario_key = :scenario_key
order by
    transition.changed_at desc,
    transition.transition_type
limit :row_limit
