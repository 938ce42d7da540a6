-- The version only ever grows, and changes only when something was written: the load's own id, or one more than the last where
-- a person's act was published while the load ran. Call publish_lock.sql first.
with load as (
    select
        ?::bigint as rows_written,
        ?::jsonb as rows_per_table,
        ?::timestamptz as source_snapshot_at,
        ?::bigint as etl_run_id
)

update etl_run
set
    status = case when load.rows_written > 0 then 'published' else 'unchanged' end,
    version = case when load.rows_written > 0 then greatest(load.etl_run_id, (select coalesce(max(known.version), 0) + 1 from etl_run as known)) end,
    rows_written = load.rows_written,
    rows_per_table = load.rows_per_table,
    source_snapshot_at = load.source_snapshot_at,
    written_at = case when load.rows_written > 0 then now() end,
    ended_at = clock_timestamp()
from load
where etl_run.etl_run_id = load.etl_run_id
returning etl_run.version
