-- Drops what is older than the retention; ? is the first day that stays. A reader in the way is waited for ten seconds.
with patience as materialized (
    select set_config('lock_timeout', '10s', true)
)

select drop_log_days(?)
from patience
