-- The statements that remove what a restoring leaves beside the warehouse: what it replaced, or what it could not finish.
select format('drop schema %I cascade', schemas.nspname)
from pg_namespace as schemas
where schemas.nspname in (
    current_schema() || '_replaced',
    current_schema() || '_replaced_stg',
    current_schema() || '_restoring',
    current_schema() || '_restoring_stg'
)
