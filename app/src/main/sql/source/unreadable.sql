-- The platform's tables, or columns of them, that are there but that we may not read; null when we may read all.
select string_agg(tables.relname, ', ' order by tables.relname)
from pg_catalog.pg_class as tables
where tables.relnamespace = current_schema()::regnamespace
    and tables.relname = any (?)
    and tables.relkind in ('r', 'p', 'v', 'm', 'f')
    and not has_table_privilege(tables.oid, 'select')
    and not has_any_column_privilege(tables.oid, 'select')
