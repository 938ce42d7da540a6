-- How many lines of all the lake has got with these objects; ? are the objects.
insert into lake_count (hour_start, log_group, environment, severity, line_count)
select
    handed_count.hour_start,
    handed_count.log_group,
    handed_count.environment,
    handed_count.severity,
    sum(handed_count.line_count)
from handed_count
where handed_count.chunk_no = any(?)
group by 1, 2, 3, 4
