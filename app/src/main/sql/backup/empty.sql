-- The statement that empties all tables: migrations put unknown members and the like into some.
select 'truncate ' || string_agg(quote_ident(classes.relname), ', ')
from pg_catalog.pg_class as classes
where classes.relnamespace = current_schema()::regnamespace
    and classes.relkind in ('r', 'p')
    and not classes.relispartition
    and classes.relname <> 'schema_history'
