insert into etl_run (mode, status) values (?, 'running')
returning etl_run_id
