-- The hash of an entry. Its parts come in the order of their hashes, as they have no other.
sha256(record_send(row(
    entries.entry_no, entries.etl_run_id, entries.row_count, entries.previous_hash, entries.written_at,
    (
        select string_agg(parts.part_hash, '' order by parts.part_hash)
        from audit_chain_part as parts
        where parts.entry_no = entries.entry_no
    )
)))
