-- Notes the restoring as a load of its own, far beyond the versions that the warehouse had when it was lost: an answer kept
-- by anybody from then must not pass for one of now.
insert into etl_run (etl_run_id, mode, status, version, rows_written, source_snapshot_at, ended_at)
overriding system value
select
    coalesce(max(etl_run.etl_run_id), 0) + 1000000,
    'restore',
    'published',
    coalesce(max(etl_run.etl_run_id), 0) + 1000000,
    ?,
    (
        select latest.source_snapshot_at
        from etl_run as latest
        where latest.source_snapshot_at is not null
        order by latest.etl_run_id desc
        limit 1
    ),
    now()
from etl_run
