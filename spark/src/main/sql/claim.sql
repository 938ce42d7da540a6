-- Claims an object: the number to hand it over under, or no row when it was handed over before. It waits for whoever is
-- handing over the same object.
insert into handed_chunk (chunk_id, lake, line_count, kept_count)
select
    wanted.chunk_id,
    wanted.lake,
    wanted.line_count,
    0
from (select ?::text as chunk_id, ?::text as lake, ?::bigint as line_count) as wanted
where not exists (
    select
    from etl_chunk
    where etl_chunk.chunk_id = wanted.chunk_id
)
on conflict (chunk_id) do nothing
returning handed_chunk.chunk_no
