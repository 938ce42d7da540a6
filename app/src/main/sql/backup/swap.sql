-- The statements that put the warehouse built beside this one in its place; this one stays beside it for a moment.
select format('alter schema %I rename to %I', steps.name, steps.new_name)
from (values
    (1, current_schema()::text, current_schema() || '_replaced'),
    (2, current_schema() || '_stg', current_schema() || '_replaced_stg'),
    (3, current_schema() || '_restoring', current_schema()::text),
    (4, current_schema() || '_restoring_stg', current_schema() || '_stg')
) as steps (place, name, new_name)
where exists (select from pg_namespace as schemas where schemas.nspname = steps.name)
order by steps.place
