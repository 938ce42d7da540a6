-- One row per column that a usable index starts with: a condition on it need not read the whole table.
select
    tables.relname,
    columns.attname
from pg_catalog.pg_index as indexes
inner join pg_catalog.pg_class as tables
    on tables.oid = indexes.indrelid
inner join pg_catalog.pg_attribute as columns
    on columns.attrelid = indexes.indrelid
    and columns.attnum = indexes.indkey[0]
where tables.relnamespace = current_schema()::regnamespace
    and tables.relname = any (?)
    and indexes.indisvalid
    and indexes.indpred is null
