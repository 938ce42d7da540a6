-- A load joins and sorts whole tables; with the default it would do so on disk. The statistics it takes on the way are for
-- its own next steps; what people's questions need, autovacuum takes afterwards.
select
    set_config('temp_buffers', '128MB', false),
    set_config('work_mem', '128MB', false),
    set_config('maintenance_work_mem', '256MB', false),
    set_config('default_statistics_target', '20', false)
