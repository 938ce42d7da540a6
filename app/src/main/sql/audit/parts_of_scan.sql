-- The rows scanned, as added by this transaction.
insert into audit_chain_part (entry_no, table_name, day, row_ids, old_hashes, new_hashes, part_hash)
with parts as (
    select
        :table_name::text as table_name,
        audit_scan.*
    from audit_scan
)

select
    :entry_no,
    parts.table_name,
    parts.day,
    parts.row_ids,
    parts.old_hashes,
    parts.new_hashes,
    :hash_of_part
from parts
