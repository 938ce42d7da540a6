-- We hold the lock, so whoever is still marked as running is dead.
update etl_run
set
    status = 'abandoned',
    error = 'the process ended before the load did',
    ended_at = now()
where etl_run.status = 'running'
