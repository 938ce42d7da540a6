-- One row per column that we may read of the tables named, in the schema we look at.
select
    tables.relname,
    columns.attname
from pg_catalog.pg_class as tables
inner join pg_catalog.pg_attribute as columns
    on columns.attrelid = tables.oid
where tables.relnamespace = current_schema()::regnamespace
    and tables.relname = any (?)
    and tables.relkind in ('r', 'p', 'v', 'm', 'f')
    and columns.attnum > 0
    and not columns.attisdropped
    and has_column_privilege(tables.oid, columns.attnum, 'select')
