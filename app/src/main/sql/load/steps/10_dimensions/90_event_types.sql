-- step: writes dim_event_type, one row per stg_event_type
-- One row per kind of market event. Repeating it is harmless: only what differs is written.
insert into dim_event_type (event_type_id, event_type_name, updated_by, is_inherent, updated_at)
select
    event_types.event_type_id,
    event_types.event_type_name,
    event_types.updated_by,
    event_types.is_inherent,
    event_types.updated_at
from stg_event_type as event_types
left join dim_event_type as known
    on known.event_type_id = event_types.event_type_id
where known.event_type_id is null
    or (known.event_type_name, known.updated_by, known.is_inherent, known.updated_at)
    is distinct from (event_types.event_type_name, event_types.updated_by, event_types.is_inherent, event_types.updated_at)
on conflict (event_type_id) do update set
    event_type_name = excluded.event_type_name,
    updated_by = excluded.updated_by,
    is_inherent = excluded.is_inherent,
    updated_at = excluded.updated_at,
    loaded_at = now()
