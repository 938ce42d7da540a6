-- Staged log lines say whom they speak of as one id, so that they are joined by one column, and whether they may be copies.
-- What is asked of every line comes first, what is only moved last.

drop table ${staging}.log_line;

create unlogged table ${staging}.log_line (
    line_no bigint not null,
    log_timestamp timestamptz not null,
    ingested_at timestamptz,
    subject uuid,
    correlation_id uuid,
    scenario_id uuid,
    run_id uuid,
    node_id uuid,
    request_duration_ms bigint,
    class_no int,
    http_status int,
    part_count int not null,
    is_kept boolean not null,
    may_be_copy boolean not null,
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
comment on table ${staging}.log_line is 'One row per log event of this load, redacted and parsed, those left out included without their text.';
