insert into log_window (log_group, counted_from, counted_to)
values (?, ?, ?)
