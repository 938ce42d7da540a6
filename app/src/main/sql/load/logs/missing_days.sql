-- Makes the partitions that the staged lines need; lines of other days go to the default partition. Says how many it
-- made. ? are the days, of those that can be believed.
select count(*) filter (where add_log_day(days.day))
from unnest(?::date[]) as days (day)
