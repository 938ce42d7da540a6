-- The statement that keeps every table as it is built, not its rows, until the backup ends.
select 'lock table ' || string_agg(quote_ident(classes.relname), ', ') || ' in access share mode'
from pg_catalog.pg_class as classes
where classes.relnamespace = current_schema()::regnamespace
    and classes.relkind in ('r', 'p')
    and not classes.relispartition
