-- As try_lock.sql, but waits for ?: the server may not have noticed yet that a killed load is gone.
with patience as materialized (
    select set_config('lock_timeout', ?, false)
)

select pg_advisory_lock(hashtext('scenario-rca load'), hashtext(current_schema())) is not null
from patience
