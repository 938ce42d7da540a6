-- The record of loads, and the staging tables they pass through.

create table etl_run (
    etl_run_id bigint generated always as identity primary key,
    mode text not null,
    status text not null,
    error text,
    version bigint,
    rows_written bigint,
    rows_per_table jsonb,
    source_snapshot_at timestamptz,
    started_at timestamptz not null default now(),
    ended_at timestamptz,
    loaded_at timestamptz not null default now()
);
create unique index etl_run_version on etl_run (version);
comment on table etl_run is 'One row per load.';
comment on column etl_run.etl_run_id is 'Surrogate key.';
comment on column etl_run.mode is 'full, incremental, scenario or logs. Several joined by +.';
comment on column etl_run.status is 'running, published, unchanged, failed or abandoned (its process was killed).';
comment on column etl_run.error is 'Why it failed; null otherwise.';
comment on column etl_run.version is 'Version of the warehouse that this load published; null when it changed nothing.';
comment on column etl_run.rows_written is 'Rows inserted or updated in all tables.';
comment on column etl_run.rows_per_table is 'Read, written, unchanged and skipped rows and seconds of each table.';
comment on column etl_run.source_snapshot_at is 'Time of the source''s snapshot: how fresh the data is.';
comment on column etl_run.started_at is 'Start of the load.';
comment on column etl_run.ended_at is 'End of the load; null while it runs.';
comment on column etl_run.loaded_at is 'When this row was last written.';

create table etl_watermark (
    table_name text primary key,
    last_loaded_at timestamptz not null,
    last_run_started timestamptz,
    last_run_completed timestamptz,
    row_count_loaded bigint not null,
    status text not null,
    loaded_at timestamptz not null default now()
);
comment on table etl_watermark is 'One row per source table: up to which time it has been read.';
comment on column etl_watermark.table_name is 'Source table. Example: fc_scenario_run.';
comment on column etl_watermark.last_loaded_at is 'The next incremental load reads what changed after this time, less the overlap. The lesser of the snapshot''s time and the latest time stamp read.';
comment on column etl_watermark.last_run_started is 'Start of the last load of this table.';
comment on column etl_watermark.last_run_completed is 'End of the last load of this table.';
comment on column etl_watermark.row_count_loaded is 'Rows read by the last load.';
comment on column etl_watermark.status is 'success.';
comment on column etl_watermark.loaded_at is 'When this row was last written.';
