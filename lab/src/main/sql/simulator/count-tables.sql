-- One number: how many of the platform's tables the connection's schema already holds.

select count(*)
from information_schema.tables as existing_tables
where
    existing_tables.table_schema = current_schema()
    and (existing_tables.table_name like 'fc\_%' or existing_tables.table_name = 'alembic_version');
