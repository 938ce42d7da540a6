-- Lines of an object in the lake, by hour, log group, environment and severity.
insert into handed_count (chunk_no, hour_start, log_group, environment, severity, line_count)
values (?, timestamptz 'epoch' + ? * interval '1 microsecond', ?, ?, ?, ?)
