-- step: prepares log_subject, log_candidate, log_known, log_part, log_absorbed, log_change
-- Whom the staged lines speak of: each combination of ids once, with how many lines name it and what we know of it. A line
-- belongs to the run it names, else to the run its request started.
create temporary table log_subject on commit drop as
with named as (
    select
        lines.subject,
        lines.run_id,
        lines.correlation_id,
        lines.scenario_id,
        lines.node_id,
        count(*) as line_count
    from log_line as lines
    where lines.is_kept
        and lines.subject is not null
    group by
        lines.subject,
        lines.run_id,
        lines.correlation_id,
        lines.scenario_id,
        lines.node_id
)

select
    named.subject,
    named.line_count,
    coalesce(named.run_id, requested.run_id) as run_id,
    coalesce(
        named.scenario_id, run_scenarios.scenario_id, requested_scenarios.scenario_id, action_scenarios.scenario_id
    ) as scenario_id,
    case
        when runs.run_id is not null then 'run'
        when requested.run_id is not null then 'request'
        when actions.action_type is not null then 'action'
        when scenarios.scenario_id is not null then 'scenario'
        else 'unknown'
    end as link
from named
left join lateral (
    select
        found.run_id,
        found.scenario_key
    from fact_scenario_run as found
    where found.run_id = named.run_id
    order by found.scenario_key desc
    limit 1
) as runs
    on true
left join lateral (
    select
        found.run_id,
        found.scenario_key
    from fact_scenario_run as found
    where found.correlation_id = named.correlation_id
    order by
        found.run_started_at,
        found.run_id
    limit 1
) as requested
    on true
left join lateral (
    select
        found.action_type,
        found.scenario_key
    from fact_user_action as found
    where found.correlation_id = named.correlation_id
    order by
        found.scenario_key desc,
        found.action_type
    limit 1
) as actions
    on true
left join dim_scenario as scenarios
    on scenarios.scenario_id = named.scenario_id
left join dim_scenario as run_scenarios
    on run_scenarios.scenario_key = runs.scenario_key
    and run_scenarios.scenario_key <> -1
left join dim_scenario as requested_scenarios
    on requested_scenarios.scenario_key = requested.scenario_key
    and requested_scenarios.scenario_key <> -1
left join dim_scenario as action_scenarios
    on action_scenarios.scenario_key = actions.scenario_key
    and action_scenarios.scenario_key <> -1;

analyze log_subject;

-- The staged lines as the warehouse keeps them.
create temporary view log_candidate as
select
    lines.line_no,
    lines.log_timestamp,
    lines.ingested_at,
    lines.correlation_id,
    coalesce(subjects.scenario_id, lines.scenario_id) as scenario_id,
    coalesce(subjects.run_id, lines.run_id) as run_id,
    lines.node_id,
    lines.request_duration_ms,
    patterns.error_pattern_key,
    lines.http_status,
    lines.part_count,
    lines.log_group,
    lines.event_id,
    lines.log_stream,
    lines.severity,
    lines.message,
    lines.stack_trace,
    lines.user_id,
    lines.environment,
    lines.service_name,
    lines.http_method,
    lines.request_path,
    lines.unparsed_reason,
    patterns.error_category,
    coalesce(subjects.link, 'none') as link,
    lines.metadata
from log_line as lines
left join log_subject as subjects
    on subjects.subject = lines.subject
left join log_class as classes
    on classes.class_no = lines.class_no
left join dim_error_pattern as patterns
    on patterns.fingerprint = classes.fingerprint
where lines.is_kept;

-- Which of the staged lines the warehouse has already. The days of their times are looked at, and no others.
create temporary table log_known on commit drop as
with span as materialized (
    select
        min(staged.log_timestamp) as first_at,
        max(staged.log_timestamp) as last_at
    from log_line as staged
)

select
    lines.line_no,
    known.log_key,
    known.log_timestamp
from log_line as lines
inner join fact_cloudwatch_log as known
    on known.log_timestamp = lines.log_timestamp
    and known.log_group = lines.log_group
    and known.event_id = lines.event_id
where known.log_timestamp between (select span.first_at from span) and (select span.last_at from span);

analyze log_known;

-- The later parts of the staged lines. Mostly there are none, and then nothing is looked for.
create temporary table log_part on commit drop as
select
    timestamptz 'epoch' + split_part(parts.part, ' ', 1)::bigint * interval '1 microsecond' as log_timestamp,
    lines.log_group,
    substr(parts.part, strpos(parts.part, ' ') + 1) as event_id,
    lines.event_id as first_event_id
from log_line as lines
cross join lateral unnest(lines.later_parts) as parts (part)
where lines.is_kept
    and lines.later_parts is not null;

analyze log_part;

-- Lines that were there and turned out to be a part of another one, such as of a stack trace whose head came late.
create temporary table log_absorbed on commit drop as
select
    known.log_timestamp,
    known.log_group,
    known.event_id
from log_part
inner join fact_cloudwatch_log as known
    on known.log_timestamp = log_part.log_timestamp
    and known.log_group = log_part.log_group
    and known.event_id = log_part.event_id
where known.event_id <> log_part.first_event_id
    and known.log_timestamp between (select min(log_part.log_timestamp) from log_part)
    and (select max(log_part.log_timestamp) from log_part);

-- What this load changes in lines that were there, for the counts below: +1 and -1 as they are now and were before.
create temporary table log_change (
    factor int not null,
    log_timestamp timestamptz not null,
    log_group text not null,
    environment text,
    severity text not null,
    error_pattern_key int,
    scenario_id uuid,
    node_id uuid,
    user_id text
) on commit drop
