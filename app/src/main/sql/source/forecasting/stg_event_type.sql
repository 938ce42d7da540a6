-- One row per kind of market event.
-- spelling: udpated_by for updated_by
select
    event_types.id as event_type_id,
    event_types.display_name as event_type_name,
    event_types.updated_by,
    event_types.inherent as is_inherent,
    event_types.created_at,
    event_types.updated_at
from fc_event_type as event_types
