-- One row: up to when the log events of all groups should be complete; null when no group was ever read, or one of them
-- never.
select
    case when count(*) = count(log_group.complete_to) then min(log_group.complete_to) end as logs_complete_to
from etl_log_group as log_group
