-- step: prepares log_moved
-- Lines and errors whose pattern a person's decision has changed, in tables that only such a decision fills.
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
