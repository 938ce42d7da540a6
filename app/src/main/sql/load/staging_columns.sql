-- One row per column of a staging table that mirrors a source table, in order.
select
    columns.table_name,
    columns.column_name,
    columns.data_type,
    columns.is_nullable = 'NO' as is_required
from information_schema.columns as columns
where columns.table_schema = ?
    and columns.table_name like 'fc\_%'
order by
    columns.table_name,
    columns.ordinal_position
