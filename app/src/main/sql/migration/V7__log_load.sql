-- What loading logs needs beyond the lines: how far each group is read, what the pattern miner has learnt, and counts
-- that outlive the lines.

alter table fact_cloudwatch_log
    add column http_status int,
    add column part_count int not null default 1,
    add column request_duration_ms bigint,
    add column http_method text,
    add column request_path text,
    add column link text not null default 'none',
    add column unparsed_reason text;
comment on column fact_cloudwatch_log.http_status is 'Status of the request an access-log line tells of; null for other lines.';
comment on column fact_cloudwatch_log.part_count is 'Events of the log service that this line was stitched of, such as the lines of a stack trace.';
comment on column fact_cloudwatch_log.request_duration_ms is 'Milliseconds the request took.';
comment on column fact_cloudwatch_log.http_method is 'Method of the request. Example: POST.';
comment on column fact_cloudwatch_log.request_path is 'Path of the request, without its query.';
comment on column fact_cloudwatch_log.link is 'What the line was found to belong to: run (it names one we know), request (its request started a run), action (its request is another one we know), scenario (it names one we know), unknown (it names ids, none of them known yet) or none (it names no id).';
comment on column fact_cloudwatch_log.unparsed_reason is 'Why the line could not be read; null for lines that could. Example: broken JSON.';

create index fact_cloudwatch_log_waiting on fact_cloudwatch_log (scenario_id)
    where link = 'unknown' and scenario_id is not null;
comment on index fact_cloudwatch_log_waiting is 'For linking lines that came before the scenario they name.';

create index fact_node_calc_detail_pattern on fact_node_calc_detail (error_pattern_key)
    where error_pattern_key is not null;
comment on index fact_node_calc_detail_pattern is 'For the calculations of an error pattern.';

create table etl_log_group (
    log_group text primary key,
    read_to timestamptz,
    complete_to timestamptz,
    last_event_at timestamptz,
    lag_p50_seconds numeric(12, 3),
    lag_p99_seconds numeric(12, 3),
    lag_max_seconds numeric(12, 3),
    events_read bigint not null default 0,
    last_error text,
    last_error_at timestamptz,
    loaded_at timestamptz not null default now()
);
comment on table etl_log_group is 'One row per log group: how far it is read and how late its events arrive.';
comment on column etl_log_group.log_group is 'CloudWatch log group.';
comment on column etl_log_group.read_to is 'Every event before this time that the service had was read. The next load starts before it, as events arrive late.';
comment on column etl_log_group.complete_to is 'Up to this time nothing should be missing: read_to less the lag that 99 percent of the events stayed under.';
comment on column etl_log_group.last_event_at is 'Time of the newest event read.';
comment on column etl_log_group.lag_p50_seconds is 'Seconds from an event to its arrival in the service, median of the last load that read any.';
comment on column etl_log_group.lag_p99_seconds is 'The same, 99th percentile.';
comment on column etl_log_group.lag_max_seconds is 'The same, the longest ever measured.';
comment on column etl_log_group.events_read is 'Events of the service read by the last load, those read before included.';
comment on column etl_log_group.last_error is 'Why the last load could not read all of it; null when it could.';
comment on column etl_log_group.last_error_at is 'When that was.';
comment on column etl_log_group.loaded_at is 'When this row was last written.';

-- What the pattern miner has learnt. Small: signatures are messages without their variable parts.

create table pattern_signature (
    signature_md5 uuid generated always as (md5(signature)::uuid) stored primary key,
    signature text not null,
    fingerprint text not null,
    loaded_at timestamptz not null default now()
);
comment on table pattern_signature is 'One row per masked message learnt, with the fingerprint it was last given.';
comment on column pattern_signature.signature_md5 is 'Key of the signature, which may be long.';
comment on column pattern_signature.signature is 'The message without its variable parts.';
comment on column pattern_signature.fingerprint is 'Pattern of the signature.';
comment on column pattern_signature.loaded_at is 'When this row was last written.';

create table pattern_refinement (
    refinement_md5 uuid primary key,
    signature text not null,
    root_type text not null,
    error_code text not null,
    frames jsonb not null,
    fingerprint text not null,
    loaded_at timestamptz not null default now()
);
comment on table pattern_refinement is 'One row per finer pattern: a masked message with an error code, or from one place in the code.';
comment on column pattern_refinement.refinement_md5 is 'Key of what makes it finer.';
comment on column pattern_refinement.signature is 'The message without its variable parts.';
comment on column pattern_refinement.root_type is 'Class of the root cause; empty without a stack trace.';
comment on column pattern_refinement.error_code is 'Error code; empty without one. Example: http 503.';
comment on column pattern_refinement.frames is 'The innermost own frames of the stack trace.';
comment on column pattern_refinement.fingerprint is 'Pattern it was last given.';
comment on column pattern_refinement.loaded_at is 'When this row was last written.';

create table pattern_alias (
    fingerprint text not null,
    kind text not null,
    replaced_by text not null,
    loaded_at timestamptz not null default now(),
    primary key (fingerprint, kind)
);
comment on table pattern_alias is 'One row per fingerprint given out once and retired since, so that old links still lead somewhere.';
comment on column pattern_alias.fingerprint is 'The retired fingerprint.';
comment on column pattern_alias.kind is 'message, or finer for a pattern with a code or frames.';
comment on column pattern_alias.replaced_by is 'The fingerprint that took its place.';
comment on column pattern_alias.loaded_at is 'When this row was last written.';

create table pattern_edit (
    edit_no bigint generated always as identity primary key,
    edit_id text not null unique,
    kind text not null,
    author text not null,
    reason text not null,
    fingerprints jsonb not null,
    word int,
    undone_edit_id text,
    error_category text,
    category_before text,
    rule_before text,
    made_at timestamptz not null,
    loaded_at timestamptz not null default now()
);
comment on table pattern_edit is 'One row per decision of a person about patterns. Never deleted, only undone by a later one.';
comment on column pattern_edit.edit_no is 'Order of the decisions.';
comment on column pattern_edit.edit_id is 'Its name. Example: e3.';
comment on column pattern_edit.kind is 'merge, split, category or undo.';
comment on column pattern_edit.author is 'Who decided.';
comment on column pattern_edit.reason is 'Why, in their words; may be empty.';
comment on column pattern_edit.fingerprints is 'The patterns it is about.';
comment on column pattern_edit.word is 'For a split: position of the word in the pattern, from 0.';
comment on column pattern_edit.undone_edit_id is 'For an undo: the decision that no longer holds.';
comment on column pattern_edit.error_category is 'For a category: the one chosen.';
comment on column pattern_edit.category_before is 'For a category: the one before.';
comment on column pattern_edit.rule_before is 'For a category: the rule that had decided the one before.';
comment on column pattern_edit.made_at is 'When.';
comment on column pattern_edit.loaded_at is 'When this row was last written.';

-- Counts that stay right when lines are left out, and stay when retention drops the lines.

create table agg_log_hour (
    hour_start timestamptz not null,
    log_group text not null,
    environment text not null,
    severity text not null,
    line_count bigint not null,
    left_out_count bigint not null,
    loaded_at timestamptz not null default now(),
    primary key (hour_start, log_group, environment, severity)
);
comment on table agg_log_hour is 'One row per hour, log group, environment and severity: how many lines there were.';
comment on column agg_log_hour.hour_start is 'Start of the UTC hour.';
comment on column agg_log_hour.log_group is 'CloudWatch log group.';
comment on column agg_log_hour.environment is 'dev, sit, uat or prod; empty when unknown.';
comment on column agg_log_hour.severity is 'As in fact_cloudwatch_log.';
comment on column agg_log_hour.line_count is 'Lines stored.';
comment on column agg_log_hour.left_out_count is 'Lines read but left out, by severity or by sampling.';
comment on column agg_log_hour.loaded_at is 'When this row was last written.';

create table agg_error_pattern_hour (
    error_pattern_key int not null references dim_error_pattern,
    hour_start timestamptz not null,
    environment text not null,
    severity text not null,
    line_count bigint not null,
    loaded_at timestamptz not null default now(),
    primary key (error_pattern_key, hour_start, environment, severity)
);
comment on table agg_error_pattern_hour is 'One row per pattern, hour, environment and severity with a log line.';
comment on column agg_error_pattern_hour.error_pattern_key is 'The pattern.';
comment on column agg_error_pattern_hour.hour_start is 'Start of the UTC hour.';
comment on column agg_error_pattern_hour.environment is 'dev, sit, uat or prod; empty when unknown.';
comment on column agg_error_pattern_hour.severity is 'As in fact_cloudwatch_log.';
comment on column agg_error_pattern_hour.line_count is 'Log lines.';
comment on column agg_error_pattern_hour.loaded_at is 'When this row was last written.';

create table agg_error_pattern_day (
    day date not null,
    error_pattern_key int not null references dim_error_pattern,
    environment text not null,
    severity text not null,
    line_count bigint not null,
    loaded_at timestamptz not null default now(),
    primary key (day, error_pattern_key, environment, severity)
);
create index agg_error_pattern_day_pattern on agg_error_pattern_day (error_pattern_key, day);
comment on table agg_error_pattern_day is 'One row per pattern, UTC day, environment and severity with a log line.';
comment on index agg_error_pattern_day_pattern is 'For the trend of one pattern.';
comment on column agg_error_pattern_day.day is 'UTC day.';
comment on column agg_error_pattern_day.error_pattern_key is 'The pattern.';
comment on column agg_error_pattern_day.environment is 'dev, sit, uat or prod; empty when unknown.';
comment on column agg_error_pattern_day.severity is 'As in fact_cloudwatch_log.';
comment on column agg_error_pattern_day.line_count is 'Log lines.';
comment on column agg_error_pattern_day.loaded_at is 'When this row was last written.';

create table agg_error_pattern_subject (
    error_pattern_key int not null references dim_error_pattern,
    subject_type text not null,
    subject_id text not null,
    line_count bigint not null,
    loaded_at timestamptz not null default now(),
    primary key (error_pattern_key, subject_type, subject_id)
);
create index agg_error_pattern_subject_id on agg_error_pattern_subject (subject_type, subject_id);
comment on table agg_error_pattern_subject is 'One row per pattern and scenario, node or user that a log line with it belongs to.';
comment on index agg_error_pattern_subject_id is 'For the error summary of a scenario.';
comment on column agg_error_pattern_subject.error_pattern_key is 'The pattern.';
comment on column agg_error_pattern_subject.subject_type is 'scenario, node or user.';
comment on column agg_error_pattern_subject.subject_id is 'Id of the scenario or node, or the user as logged.';
comment on column agg_error_pattern_subject.line_count is 'Log lines.';
comment on column agg_error_pattern_subject.loaded_at is 'When this row was last written.';

create table agg_redaction_day (
    day date not null,
    log_group text not null,
    kind text not null,
    redaction_count bigint not null,
    loaded_at timestamptz not null default now(),
    primary key (day, log_group, kind)
);
comment on table agg_redaction_day is 'One row per UTC day, log group and kind of thing that was taken out of stored lines.';
comment on column agg_redaction_day.day is 'UTC day of the lines.';
comment on column agg_redaction_day.log_group is 'CloudWatch log group.';
comment on column agg_redaction_day.kind is 'What was taken out. Example: email.';
comment on column agg_redaction_day.redaction_count is 'How many were taken out.';
comment on column agg_redaction_day.loaded_at is 'When this row was last written.';

-- The lines that could not be given an owner although they name one, or that nobody can: with the reason.
create view view_unlinked_log as
select
    log.log_key,
    log.log_timestamp,
    log.log_group,
    log.log_stream,
    log.severity,
    log.error_category,
    case log.link
        when 'none' then coalesce('unparsed: ' || log.unparsed_reason, 'names no id')
        else concat_ws(
            ', ',
            'run ' || log.run_id || ' is not in the warehouse',
            'request ' || log.correlation_id || ' started no run and belongs to no action',
            'scenario ' || log.scenario_id || ' is not in the warehouse',
            case
                when coalesce(log.run_id, log.correlation_id, log.scenario_id) is null then 'names only a node'
            end
        )
    end as reason,
    log.message
from fact_cloudwatch_log as log
where log.link in ('unknown', 'none');
comment on view view_unlinked_log is 'One row per log line that belongs to no run, action or scenario we know, with the reason.';
comment on column view_unlinked_log.log_key is 'Surrogate key of the line.';
comment on column view_unlinked_log.log_timestamp is 'Event time.';
comment on column view_unlinked_log.log_group is 'CloudWatch log group.';
comment on column view_unlinked_log.log_stream is 'CloudWatch log stream.';
comment on column view_unlinked_log.severity is 'As in fact_cloudwatch_log.';
comment on column view_unlinked_log.error_category is 'Category of the pattern.';
comment on column view_unlinked_log.reason is 'Why it is not linked.';
comment on column view_unlinked_log.message is 'The message, redacted.';

-- Staging. Lines pass through here; a load that dies leaves nothing that matters.

create unlogged table ${staging}.log_line (
    line_no bigint not null,
    log_timestamp timestamptz not null,
    ingested_at timestamptz,
    correlation_id uuid,
    scenario_id uuid,
    run_id uuid,
    node_id uuid,
    request_duration_ms bigint,
    class_no int,
    http_status int,
    part_count int not null,
    is_kept boolean not null,
    log_group text not null,
    event_id text not null,
    log_stream text,
    severity text not null,
    message text not null,
    stack_trace text,
    user_id text,
    environment text,
    service_name text,
    http_method text,
    request_path text,
    unparsed_reason text,
    redactions text,
    later_parts text[],
    metadata jsonb
);
comment on table ${staging}.log_line is 'One row per log event of this load, redacted and parsed, those left out included without their text.';

create unlogged table ${staging}.log_class (
    class_no int primary key,
    fingerprint text not null,
    pattern text not null,
    error_category text not null,
    category_rule text not null
);
comment on table ${staging}.log_class is 'One row per kind of error line of this load, with its pattern and category.';

create unlogged table ${staging}.log_window (
    log_group text primary key,
    counted_from timestamptz not null,
    counted_to timestamptz not null
);
comment on table ${staging}.log_window is 'One row per log group of this load: the hours it has read whole.';

create unlogged table ${staging}.retired_pattern (
    fingerprint text primary key,
    replaced_by text not null,
    pattern text not null
);
comment on table ${staging}.retired_pattern is 'One row per fingerprint that this load retired.';

-- Days of log lines. A day's partition is made before its lines come; lines of that day that came earlier, when it was
-- too far in the future to be believed, move into it.
create function add_log_day(wanted date) returns boolean
language plpgsql
as $$
declare
    part text := 'fact_cloudwatch_log_' || to_char(wanted, 'YYYYMMDD');
    starts_at timestamptz := wanted::timestamp at time zone 'UTC';
    ends_at timestamptz := (wanted + 1)::timestamp at time zone 'UTC';
begin
    if to_regclass(part) is not null then
        return false;
    end if;
    execute format('create table %I (like fact_cloudwatch_log including defaults including constraints)', part);
    execute format(
        'with moved as (
            delete from fact_cloudwatch_log_other
            where log_timestamp >= %L and log_timestamp < %L
            returning *
        )
        insert into %I select * from moved',
        starts_at, ends_at, part
    );
    execute format(
        'alter table fact_cloudwatch_log attach partition %I for values from (%L) to (%L)', part, starts_at, ends_at
    );
    return true;
end;
$$;

-- Drops every day before the given one, and older lines that have no day. Says how many lines went.
create function drop_log_days(kept_from date) returns bigint
language plpgsql
as $$
declare
    part record;
    lines bigint;
    dropped bigint := 0;
begin
    for part in
        select
            partitions.oid::regclass as name,
            to_date(right(partitions.relname, 8), 'YYYYMMDD') as day
        from pg_inherits
        inner join pg_class as partitions
            on partitions.oid = pg_inherits.inhrelid
        where pg_inherits.inhparent = 'fact_cloudwatch_log'::regclass
            and partitions.relname ~ '_[0-9]{8}$'
    loop
        if part.day < kept_from then
            execute format('select count(*) from %s', part.name) into lines;
            execute format('drop table %s', part.name);
            dropped := dropped + lines;
        end if;
    end loop;
    delete from fact_cloudwatch_log_other
    where log_timestamp < kept_from::timestamp at time zone 'UTC';
    get diagnostics lines = row_count;
    return dropped + lines;
end;
$$;
