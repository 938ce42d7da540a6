-- About how many rows a table has, as its last analysis saw it; 0 before any.
select greatest(pg_class.reltuples, 0)::bigint as row_estimate
from pg_catalog.pg_class
where pg_class.oid = :table_name::regclass
