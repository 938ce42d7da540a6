-- What the transaction did to the rows noted: from the first state to the last, where these differ. One part per table, day
-- and slice.
insert into audit_chain_part (entry_no, table_name, day, row_ids, old_hashes, new_hashes, part_hash)
with written as (
    select
        audit_note.table_name,
        audit_note.day,
        audit_note.row_id,
        (array_agg(case when not audit_note.is_new then audit_note.row_hash end order by audit_note.note_no))[1] as old_hash,
        (array_agg(case when audit_note.is_new then audit_note.row_hash end order by audit_note.note_no desc))[1] as new_hash
    from audit_note
    group by audit_note.table_name, audit_note.day, audit_note.row_id
),

parts as (
    select
        written.table_name,
        written.day,
        array_agg(written.row_id) as row_ids,
        case when count(written.old_hash) > 0 then array_agg(written.old_hash) end as old_hashes,
        array_agg(written.new_hash) as new_hashes
    from written
    where written.old_hash is distinct from written.new_hash
    group by written.table_name, written.day, get_byte(coalesce(written.new_hash, written.old_hash), 0) % :slices
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
