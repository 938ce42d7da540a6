-- Log events, partitioned by day so that retention drops a partition. A line with an absurd time goes to the default one.

create table fact_cloudwatch_log (
    log_key bigint generated always as identity,
    event_id text not null,
    log_group text not null,
    log_stream text,
    run_id uuid,
    scenario_id uuid,
    node_id uuid,
    correlation_id uuid,
    error_pattern_key int references dim_error_pattern,
    user_id text,
    environment text,
    service_name text,
    severity text not null,
    error_category text,
    message text not null,
    stack_trace text,
    metadata jsonb,
    log_timestamp timestamptz not null,
    ingested_at timestamptz,
    loaded_at timestamptz not null default now(),
    primary key (log_timestamp, log_group, event_id)
) partition by range (log_timestamp);
create table fact_cloudwatch_log_other partition of fact_cloudwatch_log default;
create index fact_cloudwatch_log_run on fact_cloudwatch_log (run_id, log_timestamp) where run_id is not null;
create index fact_cloudwatch_log_correlation on fact_cloudwatch_log (correlation_id, log_timestamp) where correlation_id is not null;
create index fact_cloudwatch_log_pattern on fact_cloudwatch_log (error_pattern_key, log_timestamp) where error_pattern_key is not null;
comment on table fact_cloudwatch_log is 'One row per log event of CloudWatch Logs, redacted. Partitioned by UTC day.';
comment on table fact_cloudwatch_log_other is 'Log events outside the days that have a partition.';
comment on column fact_cloudwatch_log.log_key is 'Surrogate key.';
comment on column fact_cloudwatch_log.event_id is 'CloudWatch''s event id; a hash of group, stream, time and message where there is none.';
comment on column fact_cloudwatch_log.log_group is 'CloudWatch log group.';
comment on column fact_cloudwatch_log.log_stream is 'CloudWatch log stream.';
comment on column fact_cloudwatch_log.run_id is 'Run the line belongs to: named in it, or found by correlation id.';
comment on column fact_cloudwatch_log.scenario_id is 'Scenario the line belongs to.';
comment on column fact_cloudwatch_log.node_id is 'Node named in the line.';
comment on column fact_cloudwatch_log.correlation_id is 'Request id named in the line.';
comment on column fact_cloudwatch_log.error_pattern_key is 'Pattern of the message, for warnings and errors.';
comment on column fact_cloudwatch_log.user_id is 'User named in the line.';
comment on column fact_cloudwatch_log.environment is 'dev, sit, uat or prod.';
comment on column fact_cloudwatch_log.service_name is 'Service that wrote the line.';
comment on column fact_cloudwatch_log.severity is 'DEBUG, INFO, WARN, ERROR or FATAL; UNKNOWN where the line says none.';
comment on column fact_cloudwatch_log.error_category is 'Category of the pattern.';
comment on column fact_cloudwatch_log.message is 'The message, redacted.';
comment on column fact_cloudwatch_log.stack_trace is 'The stack trace, redacted; null without one.';
comment on column fact_cloudwatch_log.metadata is 'Further fields of a structured line, redacted.';
comment on column fact_cloudwatch_log.log_timestamp is 'Event time.';
comment on column fact_cloudwatch_log.ingested_at is 'When CloudWatch received it.';
comment on column fact_cloudwatch_log.loaded_at is 'When this row was last written.';
