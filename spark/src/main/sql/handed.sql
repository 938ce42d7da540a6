-- Which of the objects were handed over, taken in since or not; ? are the objects.
select etl_chunk.chunk_id
from etl_chunk
where etl_chunk.chunk_id = any(?)
union
select handed_chunk.chunk_id
from handed_chunk
where handed_chunk.chunk_id = any(?)
