-- One row: up to when logs and source are complete.
select
    (
        select min(watermark.last_loaded_at)
        from etl_watermark as watermark
        where watermark.table_name not like 'stg\_%'
    ) as logs_complete_to,
    (
        select load.source_snapshot_at
        from etl_run as load
        where load.status in ('published', 'unchanged') and load.source_snapshot_at is not null
        order by load.etl_run_id desc
        limit 1
    ) as source_complete_to
