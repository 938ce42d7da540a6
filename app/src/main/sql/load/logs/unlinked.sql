-- One row: how many of the staged lines belong to no run, action or scenario we know. ? is how many there are.
select ? - coalesce(sum(log_subject.line_count) filter (where log_subject.link <> 'unknown'), 0)
from log_subject
