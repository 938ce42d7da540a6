-- One row per source table: rows read, and the time from which the next incremental load must read. That is the lesser
-- of the snapshot's time and the latest time stamp read, now or before: a source whose clock stands still, or is ahead,
-- loses nothing. ? is the snapshot's time; a table without time stamps takes that.
with latest as (
    select
        'fc_scenario' as table_name,
        count(*) as row_count,
        max(greatest(
            staged.created_at, staged.updated_at, staged.submitted_at, staged.locked_at, staged.withdraw_at,
            staged.delete_at
        )) as seen_at
    from fc_scenario as staged
    union all
    select 'fc_scenario_event_type', count(*), null from fc_scenario_event_type
    union all
    select
        'fc_scenario_event_data', count(*), max(greatest(staged.created_at, staged.end_at))
    from fc_scenario_event_data as staged
    union all
    select
        'fc_scenario_node_data', count(*), max(greatest(staged.created_at, staged.end_at))
    from fc_scenario_node_data as staged
    union all
    select
        'fc_scenario_run', count(*), max(greatest(staged.run_at, staged.run_complete_at))
    from fc_scenario_run as staged
    union all
    select 'fc_scenario_run_branch', count(*), null from fc_scenario_run_branch
    union all
    select 'fc_scenario_node_calc', count(*), max(staged.updated_at) from fc_scenario_node_calc as staged
    union all
    select 'fc_scenario_event_calc', count(*), null from fc_scenario_event_calc
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
