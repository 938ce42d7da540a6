update etl_run
set
    status = 'failed',
    error = left(?, 1000),
    ended_at = now()
where etl_run.etl_run_id = ?
