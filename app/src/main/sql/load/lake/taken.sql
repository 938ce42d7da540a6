-- Notes the objects taken in, with the load's transaction, and removes what was handed over of them. ? are the objects.
with taken as (
    select unnest(?::bigint[]) as chunk_no
),

lines as (
    delete from handed_line
    using taken
    where handed_line.chunk_no = taken.chunk_no
),

counts as (
    delete from handed_count
    using taken
    where handed_count.chunk_no = taken.chunk_no
),

groups as (
    delete from handed_group
    using taken
    where handed_group.chunk_no = taken.chunk_no
)

insert into etl_chunk (chunk_id, lake, line_count, kept_count, handed_at)
select
    handed_chunk.chunk_id,
    handed_chunk.lake,
    handed_chunk.line_count,
    handed_chunk.kept_count,
    handed_chunk.handed_at
from handed_chunk
inner join taken
    on taken.chunk_no = handed_chunk.chunk_no
