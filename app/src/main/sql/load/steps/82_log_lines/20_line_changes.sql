-- step: prepares log_changed
-- Lines that were there and are told otherwise now: a stack trace whose rest came late, a rule that changed. A line that
-- was read with more of its parts, which a search may have found without them, stays whole.
create temporary table log_changed on commit drop as
select
    known.log_key,
    candidate.*
from log_known
inner join log_candidate as candidate
    on candidate.line_no = log_known.line_no
inner join fact_cloudwatch_log as known
    on known.log_timestamp = candidate.log_timestamp
    and known.log_group = candidate.log_group
    and known.event_id = candidate.event_id
where known.log_timestamp between (select min(log_known.log_timestamp) from log_known)
    and (select max(log_known.log_timestamp) from log_known)
and known.part_count <= candidate.part_count
and (
    known.correlation_id, known.node_id, known.request_duration_ms, known.error_pattern_key, known.http_status,
    known.part_count, known.severity, known.message, known.stack_trace, known.user_id, known.environment,
    known.service_name, known.http_method, known.request_path, known.unparsed_reason, known.error_category,
    known.metadata, known.scenario_id, known.run_id, known.link
) is distinct from (
    candidate.correlation_id, candidate.node_id, candidate.request_duration_ms, candidate.error_pattern_key,
    candidate.http_status, candidate.part_count, candidate.severity, candidate.message, candidate.stack_trace,
    candidate.user_id, candidate.environment, candidate.service_name, candidate.http_method,
    candidate.request_path, candidate.unparsed_reason, candidate.error_category, candidate.metadata,
    candidate.scenario_id, candidate.run_id, candidate.link
);

analyze log_changed;

with before as materialized (
    select
        log_changed.log_timestamp,
        log_changed.log_group,
        log_changed.event_id
    from log_changed
    union
    select
        log_absorbed.log_timestamp,
        log_absorbed.log_group,
        log_absorbed.event_id
    from log_absorbed
)

insert into log_change
select
    -1, known.log_timestamp, known.log_group, known.environment, known.severity, known.error_pattern_key,
    known.scenario_id, known.node_id, known.user_id
from fact_cloudwatch_log as known
inner join before
    on before.log_timestamp = known.log_timestamp
    and before.log_group = known.log_group
    and before.event_id = known.event_id
where known.log_timestamp between (select min(before.log_timestamp) from before)
    and (select max(before.log_timestamp) from before);

insert into log_change
select
    1, log_changed.log_timestamp, log_changed.log_group, log_changed.environment, log_changed.severity,
    log_changed.error_pattern_key, log_changed.scenario_id, log_changed.node_id, log_changed.user_id
from log_changed
left join log_absorbed
    on log_absorbed.log_timestamp = log_changed.log_timestamp
    and log_absorbed.log_group = log_changed.log_group
    and log_absorbed.event_id = log_changed.event_id
where log_absorbed.event_id is null
