-- The entry of the parts written, at the end of the chain; none where there are no parts.
insert into audit_chain (entry_no, etl_run_id, row_count, previous_hash, entry_hash, written_at)
with entries as (
    select
        :entry_no::bigint as entry_no,
        :etl_run_id::bigint as etl_run_id,
        coalesce(sum(cardinality(audit_chain_part.row_ids)), 0)::bigint as row_count,
        decode(:previous_hash, 'hex') as previous_hash,
        now() as written_at
    from audit_chain_part
    where audit_chain_part.entry_no = :entry_no
)

select
    entries.entry_no,
    entries.etl_run_id,
    entries.row_count,
    entries.previous_hash,
    :hash_of_entry,
    entries.written_at
from entries
where entries.row_count > 0
