-- Says who asks, and sheds the rights of the owner where there is a role to read as; for this transaction. One row: the version
-- published last (0 before the first), the time of the source's snapshot behind it, and up to when the log events of all groups
-- are complete (null when no group was ever read, or one of them never).
select
    entered.version,
    entered.fresh_to,
    entered.logs_complete_to
from enter(:viewer, :role_ending) as entered
