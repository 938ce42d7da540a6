-- One row per column of a staging table that is filled from the source, in order; the first is the row's id.
select
    columns.table_name,
    columns.column_name,
    columns.udt_name,
    columns.is_nullable = 'NO' as is_required,
    columns.character_maximum_length
from information_schema.columns as columns
where columns.table_schema = ?
    and columns.table_name like 'stg\_%'
order by
    columns.table_name,
    columns.ordinal_position
