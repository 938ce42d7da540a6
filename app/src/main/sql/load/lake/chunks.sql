-- The objects handed over and not taken in yet, up to as many lines as one load can take; one at least.
select
    waiting.chunk_no,
    waiting.kept_count
from (
    select
        handed_chunk.chunk_no,
        handed_chunk.kept_count,
        sum(handed_chunk.kept_count) over (order by handed_chunk.chunk_no) - handed_chunk.kept_count as lines_before
    from handed_chunk
    left join etl_chunk
        on etl_chunk.chunk_id = handed_chunk.chunk_id
    where etl_chunk.chunk_id is null
) as waiting
where waiting.lines_before < ?
order by waiting.chunk_no
