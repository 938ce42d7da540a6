-- One row per node.
select
    audited.node_id::text as row_id,
    null::date as day,
    sha256(record_send(row(
        audited.node_key, audited.node_id, audited.model_key, audited.node_name, audited.node_type, audited.flow,
        audited.tab_path, audited.group_name, audited.sequence, audited.is_output, audited.disabled
    ))) as row_hash
from :rows as audited
