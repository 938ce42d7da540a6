-- step: writes dim_user
-- One row per user name seen. Repeating it is harmless: first and last sight only widen.
with sightings as (
    select fc_forecast_init.initiated_by as user_id, fc_forecast_init.initiated_at as seen_at from fc_forecast_init
    union all
    select fc_scenario.created_by, fc_scenario.created_at from fc_scenario
    union all
    select fc_scenario.updated_by, fc_scenario.updated_at from fc_scenario
    union all
    select fc_scenario.submitted_by, fc_scenario.submitted_at from fc_scenario
    union all
    select fc_scenario.locked_by, fc_scenario.locked_at from fc_scenario
    union all
    select fc_scenario.withdraw_by, fc_scenario.withdraw_at from fc_scenario
    union all
    select fc_scenario.delete_by, fc_scenario.delete_at from fc_scenario
    union all
    select fc_scenario_node_data.created_by, fc_scenario_node_data.created_at from fc_scenario_node_data
    union all
    select fc_scenario_event_data.created_by, fc_scenario_event_data.created_at from fc_scenario_event_data
    union all
    select fc_scenario_run.run_by, fc_scenario_run.run_at from fc_scenario_run
),

users as (
    select
        sightings.user_id,
        min(sightings.seen_at) as first_seen_at,
        max(sightings.seen_at) as last_seen_at
    from sightings
    where sightings.user_id <> ''
    group by sightings.user_id
)

insert into dim_user (user_id, display_name, first_seen_at, last_seen_at)
select
    users.user_id,
    users.user_id,
    least(users.first_seen_at, known.first_seen_at),
    greatest(users.last_seen_at, known.last_seen_at)
from users
left join dim_user as known
    on known.user_id = users.user_id
where known.user_id is null
    or users.first_seen_at < known.first_seen_at
    or users.last_seen_at > known.last_seen_at
on conflict (user_id) do update set
    first_seen_at = excluded.first_seen_at,
    last_seen_at = excluded.last_seen_at,
    loaded_at = now()
