-- step: writes dim_user
-- One row per user name seen. Repeating it is harmless: first and last sight only widen.
with sightings as (
    select stg_cycle.initiated_by as user_id, stg_cycle.initiated_at as seen_at from stg_cycle
    union all
    select stg_scenario.created_by, stg_scenario.created_at from stg_scenario
    union all
    select stg_scenario.updated_by, stg_scenario.updated_at from stg_scenario
    union all
    select stg_scenario.submitted_by, stg_scenario.submitted_at from stg_scenario
    union all
    select stg_scenario.locked_by, stg_scenario.locked_at from stg_scenario
    union all
    select stg_scenario.withdrawn_by, stg_scenario.withdrawn_at from stg_scenario
    union all
    select stg_scenario.deleted_by, stg_scenario.deleted_at from stg_scenario
    union all
    select stg_input_version.created_by, stg_input_version.created_at from stg_input_version
    union all
    select stg_event_input.created_by, stg_event_input.created_at from stg_event_input
    union all
    select stg_run.run_by, stg_run.started_at from stg_run
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
