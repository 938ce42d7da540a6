-- The latest of each kind: earlier ones are no longer in the source.
select distinct on (changes.scenario_id, changes.transition_type)
    changes.scenario_id || ' ' || changes.transition_type as id,
    (changes.changed_at at time zone 'UTC')::date as day,
    concat_ws('|', nullif(users.user_id, ''), extract(epoch from changes.changed_at)) as content
from fact_scenario_state_change as changes
inner join dim_user as users
    on users.user_key = changes.changed_by_user_key
order by changes.scenario_id, changes.transition_type, changes.changed_at desc
