-- One row per entry, in order: whether it is what it was when it was written.
select
    entries.entry_no,
    entries.etl_run_id,
    entries.row_count,
    encode(entries.entry_hash, 'hex') as entry_hash,
    coalesce(entries.entry_hash = :hash_of_entry, false) as is_hash_right,
    entries.previous_hash = coalesce(lag(entries.entry_hash) over in_order, '') as is_linked,
    coalesce(lag(entries.entry_no) over in_order, 0) = entries.entry_no - 1 as is_in_place
from audit_chain as entries
window in_order as (order by entries.entry_no)
order by entries.entry_no
