-- Makes the partition of a day.
select add_log_day(?)
