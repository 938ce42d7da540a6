-- One row per column of a platform table that we may read, in the schema we look at.
select
    columns.table_name,
    columns.column_name,
    case when columns.data_type = 'character varying' then 'text' else columns.data_type end as data_type
from information_schema.columns as columns
where columns.table_schema = current_schema()
    and columns.table_name like 'fc\_%'
    and has_column_privilege(
        format('%I.%I', columns.table_schema, columns.table_name),
        columns.column_name,
        'select'
    )
