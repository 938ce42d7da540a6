-- The lines of patterns whose fingerprints are given.
select
    lines.log_timestamp,
    lines.log_group,
    lines.event_id,
    lines.message,
    lines.stack_trace
from dim_error_pattern as patterns
inner join fact_cloudwatch_log as lines
    on lines.error_pattern_key = patterns.error_pattern_key
where patterns.fingerprint = any(?)
