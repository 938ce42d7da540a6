-- One row: what is told of the lines handed over. ? are the objects.
select
    count(handed_line.unparsed_reason) as unparsed,
    count(handed_line.redactions) as redacted
from handed_line
where handed_line.chunk_no = any(?)
