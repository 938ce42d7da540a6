-- One row per user: who a key means. When they were seen follows from what they did.
select
    audited.user_key || ' ' || audited.user_id as row_id,
    null::date as day,
    sha256(record_send(row(
        audited.user_key, audited.user_id, audited.display_name
    ))) as row_hash
from :rows as audited
