-- Binds the owner again.
select format('alter table %s force row level security', classes.oid::regclass)
from pg_class as classes
where
    classes.relnamespace = current_schema()::regnamespace
    and classes.relrowsecurity
    and not classes.relforcerowsecurity
