-- One row per type of market event.
select
    audited.event_type_id::text as row_id,
    null::date as day,
    sha256(record_send(row(
        audited.event_type_key, audited.event_type_id, audited.event_type_name, audited.is_inherent
    ))) as row_hash
from :rows as audited
