-- Lines and errors whose pattern a person's decision has changed, in tables that only such a decision fills.
insert into dim_error_pattern (
    fingerprint, pattern, error_category, category_rule, severity, first_seen_at, last_seen_at
)
select
    classes.fingerprint,
    min(classes.pattern),
    min(classes.error_category),
    min(classes.category_rule),
    min(before.severity),
    min(lines.log_timestamp),
    max(lines.log_timestamp)
from log_relabel as relabelled
inner join log_class as classes
    on classes.class_no = relabelled.class_no
inner join fact_cloudwatch_log as lines
    on lines.log_timestamp = relabelled.log_timestamp
    and lines.log_group = relabelled.log_group
    and lines.event_id = relabelled.event_id
inner join dim_error_pattern as before
    on before.error_pattern_key = lines.error_pattern_key
group by classes.fingerprint
on conflict (fingerprint) do nothing;

insert into dim_error_pattern (fingerprint, pattern, error_category, category_rule, severity, first_seen_at, last_seen_at)
select
    classes.fingerprint,
    min(classes.pattern),
    min(classes.error_category),
    min(classes.category_rule),
    'major',
    min(runs.run_started_at),
    max(runs.run_started_at)
from error_class as classes
left join fact_scenario_run as runs
    on runs.fail_reason = classes.message
group by classes.fingerprint
on conflict (fingerprint) do nothing;

create temporary table log_moved on commit drop as
select
    lines.log_timestamp,
    lines.log_group,
    lines.event_id,
    lines.error_pattern_key as key_before,
    patterns.error_pattern_key,
    patterns.error_category,
    lines.environment,
    lines.severity,
    lines.scenario_id,
    lines.node_id,
    lines.user_id
from log_relabel as relabelled
inner join log_class as classes
    on classes.class_no = relabelled.class_no
inner join dim_error_pattern as patterns
    on patterns.fingerprint = classes.fingerprint
inner join fact_cloudwatch_log as lines
    on lines.log_timestamp = relabelled.log_timestamp
    and lines.log_group = relabelled.log_group
    and lines.event_id = relabelled.event_id
where lines.error_pattern_key is distinct from patterns.error_pattern_key;

insert into log_change
select
    changes.factor, moved.log_timestamp, moved.log_group, moved.environment, moved.severity,
    case when changes.factor = 1 then moved.error_pattern_key else moved.key_before end,
    moved.scenario_id, moved.node_id, moved.user_id
from log_moved as moved
cross join (values (-1), (1)) as changes (factor);

update fact_cloudwatch_log as lines
set
    error_pattern_key = moved.error_pattern_key,
    error_category = moved.error_category,
    loaded_at = now()
from log_moved as moved
where lines.log_timestamp = moved.log_timestamp
    and lines.log_group = moved.log_group
    and lines.event_id = moved.event_id;

update fact_scenario_run as runs
set
    error_pattern_key = patterns.error_pattern_key,
    error_category = patterns.error_category,
    loaded_at = now()
from error_class as classes
inner join dim_error_pattern as patterns
    on patterns.fingerprint = classes.fingerprint
where runs.fail_reason = classes.message
    and runs.error_pattern_key is distinct from patterns.error_pattern_key;

update fact_node_calc_detail as calculations
set
    error_pattern_key = patterns.error_pattern_key,
    error_category = patterns.error_category,
    loaded_at = now()
from error_class as classes
inner join dim_error_pattern as patterns
    on patterns.fingerprint = classes.fingerprint
where calculations.error_message = classes.message
    and calculations.error_pattern_key is distinct from patterns.error_pattern_key
