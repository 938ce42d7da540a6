-- The version of the tables, and that of what is in them.
select
    (
        select history.version
        from schema_history as history
        where history.success
            and history.version is not null
        order by history.installed_rank desc
        limit 1
    ) as schema_version,
    (select coalesce(max(etl_run.version), 0) from etl_run) as warehouse_version
