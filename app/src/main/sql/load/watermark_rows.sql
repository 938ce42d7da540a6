-- One row per source table: rows read, and the time from which the next incremental load must read. That is the lesser
-- of the snapshot's time and the latest time stamp read, now or before: a source whose clock stands still, or is ahead,
-- loses nothing. ? is the snapshot's time; a table without time stamps takes that.
with latest as (
    select
        'stg_scenario' as table_name,
        count(*) as row_count,
        max(greatest(
            staged.created_at, staged.updated_at, staged.submitted_at, staged.locked_at, staged.withdrawn_at,
            staged.deleted_at
        )) as seen_at
    from stg_scenario as staged
    union all
    select 'stg_scenario_event', count(*), null from stg_scenario_event
    union all
    select
        'stg_event_input', count(*), max(greatest(staged.created_at, staged.ended_at))
    from stg_event_input as staged
    union all
    select
        'stg_input_version', count(*), max(greatest(staged.created_at, staged.ended_at))
    from stg_input_version as staged
    union all
    select
        'stg_run', count(*), max(greatest(staged.started_at, staged.ended_at))
    from stg_run as staged
    union all
    select 'stg_branch', count(*), null from stg_branch
    union all
    select 'stg_calculation', count(*), max(staged.updated_at) from stg_calculation as staged
    union all
    select 'stg_event_calculation', count(*), null from stg_event_calculation
)

insert into etl_watermark (
    table_name, last_loaded_at, last_run_started, last_run_completed, row_count_loaded, status
)
select
    latest.table_name,
    least(
        snapshots.taken_at,
        coalesce(greatest(latest.seen_at, known.last_loaded_at), snapshots.taken_at)
    ),
    snapshots.started_at,
    clock_timestamp(),
    latest.row_count,
    'success'
from latest
cross join (select ?::timestamptz as taken_at, ?::timestamptz as started_at) as snapshots
left join etl_watermark as known
    on known.table_name = latest.table_name
on conflict (table_name) do update set
    last_loaded_at = excluded.last_loaded_at,
    last_run_started = excluded.last_run_started,
    last_run_completed = excluded.last_run_completed,
    row_count_loaded = excluded.row_count_loaded,
    status = excluded.status,
    loaded_at = now()
