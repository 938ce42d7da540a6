-- The platform's tables that we could write to; null when there is none, as it should be.
select string_agg(tables.relname, ', ' order by tables.relname)
from pg_catalog.pg_class as tables
where tables.relnamespace = current_schema()::regnamespace
    and tables.relname = any (?)
    and tables.relkind in ('r', 'p')
    and has_table_privilege(tables.oid, 'insert, update, delete, truncate')
