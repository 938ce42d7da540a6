-- step: prepares log_gain
-- What the counts of lines gain and lose: the new lines, and those that changed. Whom a line speaks of counts only for lines
-- with a pattern, which are few.
create temporary table log_gain on commit drop as
with changes as (
    select
        1 as factor,
        candidate.log_timestamp,
        candidate.log_group,
        candidate.environment,
        candidate.severity,
        candidate.error_pattern_key,
        candidate.scenario_id,
        candidate.node_id,
        candidate.user_id
    from log_candidate as candidate
    left join log_known
        on log_known.line_no = candidate.line_no
    where log_known.line_no is null
        and candidate.error_pattern_key is not null
    union all
    select log_change.* from log_change
),

plain as (
    select
        date_bin('1 hour', lines.log_timestamp, timestamptz '2000-01-01T00:00Z') as hour_start,
        lines.log_group,
        lines.environment,
        lines.severity,
        count(*) as line_count
    from log_line as lines
    left join log_known
        on log_known.line_no = lines.line_no
    where log_known.line_no is null
        and lines.is_kept
        and lines.class_no is null
    group by 1, 2, 3, 4
)

select
    date_bin('1 hour', changes.log_timestamp, timestamptz '2000-01-01T00:00Z') as hour_start,
    changes.log_group,
    coalesce(changes.environment, '') as environment,
    changes.severity,
    changes.error_pattern_key,
    case when changes.error_pattern_key is not null then changes.scenario_id end as scenario_id,
    case when changes.error_pattern_key is not null then changes.node_id end as node_id,
    case when changes.error_pattern_key is not null then changes.user_id end as user_id,
    sum(changes.factor) as line_count
from changes
group by 1, 2, 3, 4, 5, 6, 7, 8
having sum(changes.factor) <> 0
union all
select
    plain.hour_start,
    plain.log_group,
    coalesce(plain.environment, ''),
    plain.severity,
    null,
    null,
    null,
    null,
    plain.line_count
from plain
