-- One row: the server's version, and how the last load ended, if any.
select
    current_setting('server_version') as server_version,
    coalesce(
        (
            select loads.mode || ' ' || loads.status || ' at '
                || to_char(loads.started_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') || ' UTC'
            from etl_run as loads
            order by loads.etl_run_id desc
            limit 1
        ),
        'none yet; run ./rca etl --full'
    ) as last_load,
    coalesce(
        (
            select loads.status = 'failed'
            from etl_run as loads
            order by loads.etl_run_id desc
            limit 1
        ),
        false
    ) as has_failed
