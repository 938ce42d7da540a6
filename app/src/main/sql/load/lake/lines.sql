-- The lines handed over, among the staged ones, behind those that this load has read itself. ? are the objects.
insert into log_line (
    line_no, log_timestamp, ingested_at, subject, correlation_id, scenario_id, run_id, node_id, request_duration_ms,
    class_no, http_status, part_count, is_kept, may_be_copy, log_group, severity, environment, event_id, http_method,
    user_id, redactions, later_parts, log_stream, message, stack_trace, service_name, request_path, unparsed_reason,
    metadata
)
select
    own.last_line_no + row_number() over (order by handed_chunk.chunk_id, handed_line.line_no),
    handed_line.log_timestamp,
    handed_line.ingested_at,
    handed_line.subject,
    handed_line.correlation_id,
    handed_line.scenario_id,
    handed_line.run_id,
    handed_line.node_id,
    handed_line.request_duration_ms,
    log_kind.class_no,
    handed_line.http_status,
    handed_line.part_count,
    true,
    true,
    handed_line.log_group,
    handed_line.severity,
    handed_line.environment,
    handed_line.event_id,
    handed_line.http_method,
    handed_line.user_id,
    handed_line.redactions,
    handed_line.later_parts,
    handed_line.log_stream,
    handed_line.message,
    handed_line.stack_trace,
    handed_line.service_name,
    handed_line.request_path,
    handed_line.unparsed_reason,
    handed_line.metadata
from handed_line
cross join (select coalesce(max(lines.line_no), 0) as last_line_no from log_line as lines) as own
inner join handed_chunk
    on handed_chunk.chunk_no = handed_line.chunk_no
left join log_kind
    on log_kind.kind_id = handed_line.kind_id
where handed_line.chunk_no = any(?)
