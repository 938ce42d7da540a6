-- One row: the version published last (0 before the first), and the time of the source's snapshot behind it.
select
    coalesce(max(etl_run.version), 0) as version,
    (
        select latest_run.source_snapshot_at
        from etl_run as latest_run
        where
            latest_run.status in ('published', 'unchanged')
            and latest_run.source_snapshot_at is not null
        order by latest_run.etl_run_id desc
        limit 1
    ) as fresh_to
from etl_run
