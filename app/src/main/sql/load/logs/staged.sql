-- One row: what is staged.
select
    count(*) as lines,
    count(*) filter (where not lines.is_kept) as left_out,
    count(*) filter (where lines.unparsed_reason is not null) as unparsed,
    count(*) filter (where lines.redactions is not null) as redacted
from log_line as lines
