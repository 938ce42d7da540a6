-- How many lines of an object were handed over.
update handed_chunk
set kept_count = ?
where handed_chunk.chunk_no = ?
