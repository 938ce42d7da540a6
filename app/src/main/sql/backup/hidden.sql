-- The tables of which a viewer who does not see all would see a part only.
select classes.relname::text
from pg_catalog.pg_class as classes
where classes.relnamespace = current_schema()::regnamespace
    and classes.relkind in ('r', 'p')
    and row_security_active(classes.oid)
order by 1
