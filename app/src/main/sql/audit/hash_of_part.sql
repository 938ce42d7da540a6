-- The hash of a part. Binary and with the length of each value: no two parts have the same bytes.
sha256(record_send(row(
    parts.table_name, parts.day, parts.row_ids, parts.old_hashes, parts.new_hashes
)))
