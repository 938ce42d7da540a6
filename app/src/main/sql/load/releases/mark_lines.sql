-- The new log lines that may tell of a release: short ones that name no run, request or scenario and hold one of the hints.
select
    lines.log_timestamp,
    lines.message,
    coalesce(lines.service_name, '') as service_name,
    coalesce(lines.environment, '') as environment
from log_line as lines
left join log_known
    on log_known.line_no = lines.line_no
where lines.is_kept
    and log_known.line_no is null
    and lines.run_id is null
    and lines.correlation_id is null
    and lines.scenario_id is null
    and length(lines.message) <= 1000
    and lower(lines.message) ~ ?
    and lines.log_timestamp between now() - interval '10 years' and now() + interval '2 days'
