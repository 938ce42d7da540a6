-- The kinds of error among the lines handed over. ? are the objects.
select
    handed_kind.kind_id,
    handed_kind.signature,
    handed_kind.root_type,
    handed_kind.error_code,
    handed_kind.frames,
    handed_kind.sample
from handed_kind
where handed_kind.kind_id in (
    select handed_line.kind_id
    from handed_line
    where handed_line.chunk_no = any(?)
)
