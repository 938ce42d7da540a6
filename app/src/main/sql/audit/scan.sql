-- All rows of a table that is covered for the first time. Made as a table, as only that is read by several processes.
create temporary table audit_scan on commit drop as
select
    scanned.day,
    array_agg(scanned.row_id) as row_ids,
    null::bytea[] as old_hashes,
    array_agg(scanned.row_hash) as new_hashes
from (:rows) as scanned
group by scanned.day, get_byte(scanned.row_hash, 0) % :slices
