-- The same among the watermarks of the source's tables, for who asks how complete everything is.
insert into etl_watermark (
    table_name, last_loaded_at, last_run_started, last_run_completed, row_count_loaded, status
)
select
    etl_log_group.log_group,
    etl_log_group.complete_to,
    now(),
    clock_timestamp(),
    etl_log_group.events_read,
    case when etl_log_group.last_error is null then 'success' else 'incomplete' end
from etl_log_group
where etl_log_group.log_group = ?
    and etl_log_group.complete_to is not null
on conflict (table_name) do update set
    last_loaded_at = excluded.last_loaded_at,
    last_run_started = excluded.last_run_started,
    last_run_completed = excluded.last_run_completed,
    row_count_loaded = excluded.row_count_loaded,
    status = excluded.status,
    loaded_at = now()
