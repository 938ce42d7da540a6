-- A load joins and sorts whole tables; with the default it would do so on disk.
select
    set_config('temp_buffers', '128MB', false),
    set_config('work_mem', '128MB', false),
    set_config('maintenance_work_mem', '256MB', false)
