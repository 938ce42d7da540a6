-- Lines that a job on a cluster has read. It keeps all of them in a lake and hands over, one object of the input in one
-- transaction, those that matter and how many of all there were; the next load takes them in.

create table etl_chunk (
    chunk_id text primary key,
    lake text not null,
    line_count bigint not null,
    kept_count bigint not null,
    handed_at timestamptz not null,
    loaded_at timestamptz not null default now()
);
comment on table etl_chunk is 'One row per object of log events that the job on the cluster has read and a load has taken in.';
comment on column etl_chunk.chunk_id is 'Path of the object below the place that holds it, its size and when it was last written.';
comment on column etl_chunk.lake is 'Where all of its lines are.';
comment on column etl_chunk.line_count is 'Lines of it in the lake.';
comment on column etl_chunk.kept_count is 'Lines of it handed over.';
comment on column etl_chunk.handed_at is 'When the job handed it over.';
comment on column etl_chunk.loaded_at is 'When a load took it in.';

create table agg_lake_hour (
    hour_start timestamptz not null,
    log_group text not null,
    environment text not null,
    severity text not null,
    line_count bigint not null,
    loaded_at timestamptz not null default now(),
    primary key (hour_start, log_group, environment, severity)
);
comment on table agg_lake_hour is 'One row per hour, log group, environment and severity: how many lines the lake holds.';
comment on column agg_lake_hour.hour_start is 'Start of the UTC hour.';
comment on column agg_lake_hour.log_group is 'CloudWatch log group.';
comment on column agg_lake_hour.environment is 'dev, sit, uat or prod; empty when unknown.';
comment on column agg_lake_hour.severity is 'As in fact_cloudwatch_log.';
comment on column agg_lake_hour.line_count is 'Lines in the lake, those stored here included.';
comment on column agg_lake_hour.loaded_at is 'When this row was last written.';
create policy seen on agg_lake_hour using ((select sees_all()));
alter table agg_lake_hour enable row level security;
alter table agg_lake_hour force row level security;

-- What is handed over and not taken in yet. Logged, unlike the rest of staging: the job does not come again.

create table ${staging}.handed_chunk (
    chunk_no bigint generated always as identity unique,
    chunk_id text primary key,
    lake text not null,
    line_count bigint not null,
    kept_count bigint not null,
    handed_at timestamptz not null default now()
);
comment on table ${staging}.handed_chunk is 'One row per object whose lines were handed over. Rows stay, so that two jobs can hand over no object twice.';

create table ${staging}.handed_group (
    chunk_no bigint not null,
    log_group text not null,
    event_count bigint not null,
    newest_at timestamptz not null,
    newest_past_at timestamptz,
    lag_max_millis bigint not null,
    lag_counts bigint[] not null,
    primary key (chunk_no, log_group)
);
comment on table ${staging}.handed_group is 'One row per object and log group in it: how many events, how new, how late they arrived.';

create table ${staging}.handed_count (
    chunk_no bigint not null,
    hour_start timestamptz not null,
    log_group text not null,
    environment text not null,
    severity text not null,
    line_count bigint not null
);
create index handed_count_chunk on ${staging}.handed_count (chunk_no);
comment on table ${staging}.handed_count is 'Lines of an object in the lake, by hour, log group, environment and severity.';

create table ${staging}.handed_kind (
    kind_id uuid primary key,
    signature text not null,
    root_type text not null,
    error_code text not null,
    frames jsonb not null,
    sample text not null
);
comment on table ${staging}.handed_kind is 'One row per kind of error line handed over, with the smallest of its messages.';

create table ${staging}.handed_line (
    chunk_no bigint not null,
    line_no bigint not null,
    log_timestamp timestamptz not null,
    ingested_at timestamptz,
    subject uuid,
    correlation_id uuid,
    scenario_id uuid,
    run_id uuid,
    node_id uuid,
    kind_id uuid,
    request_duration_ms bigint,
    http_status int,
    part_count int not null,
    log_group text not null,
    severity text not null,
    environment text,
    event_id text not null,
    http_method text,
    user_id text,
    redactions text,
    later_parts text[],
    log_stream text,
    message text not null,
    stack_trace text,
    service_name text,
    request_path text,
    unparsed_reason text,
    metadata jsonb
);
create index handed_line_chunk on ${staging}.handed_line (chunk_no);
comment on table ${staging}.handed_line is 'One row per line handed over, redacted and read.';

create unlogged table ${staging}.lake_count (
    hour_start timestamptz not null,
    log_group text not null,
    environment text not null,
    severity text not null,
    line_count bigint not null,
    primary key (hour_start, log_group, environment, severity)
);
comment on table ${staging}.lake_count is 'How many lines this load learns that the lake has got, by hour, log group, environment and severity.';

create unlogged table ${staging}.log_kind (
    kind_id uuid primary key,
    class_no int not null
);
comment on table ${staging}.log_kind is 'The number that each kind of error line handed over has in this load.';

-- Everything the classifier has learnt, for whoever goes on from it.
create view ${staging}.pattern_memory as
select
    'signature' as word,
    jsonb_build_array(pattern_signature.signature, pattern_signature.fingerprint)::text as entry,
    0::bigint as position
from pattern_signature
union all
select
    pattern_alias.kind,
    jsonb_build_array(pattern_alias.fingerprint, pattern_alias.replaced_by)::text,
    0
from pattern_alias
union all
select
    'refinement',
    jsonb_build_array(
        pattern_refinement.signature,
        pattern_refinement.root_type,
        pattern_refinement.error_code,
        pattern_refinement.frames,
        pattern_refinement.fingerprint
    )::text,
    0
from pattern_refinement
union all
select
    'decision',
    jsonb_build_array(
        dim_error_pattern.fingerprint,
        dim_error_pattern.error_category,
        coalesce(dim_error_pattern.category_rule, 'none')
    )::text,
    0
from dim_error_pattern
union all
select
    'edit',
    jsonb_build_array(
        pattern_edit.edit_id,
        pattern_edit.kind,
        pattern_edit.author,
        pattern_edit.reason,
        pattern_edit.fingerprints,
        pattern_edit.word,
        pattern_edit.undone_edit_id,
        to_char(pattern_edit.made_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
        pattern_edit.error_category
    )::text,
    pattern_edit.edit_no
from pattern_edit;
comment on view ${staging}.pattern_memory is 'One row per thing the classifier has learnt: a word that says what, and a JSON array.';
