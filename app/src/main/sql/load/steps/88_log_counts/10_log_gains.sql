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

-- Lines without a pattern are counted by all processors, and those known before taken off again.
staged_plain as (
    select
        date_bin('1 hour', lines.log_timestamp, timestamptz '2000-01-01T00:00Z') as hour_start,
        lines.log_group,
        lines.environment,
        lines.severity,
        count(*) as line_count
    from log_line as lines
    where lines.is_kept
        and lines.class_no is null
    group by 1, 2, 3, 4
),

known_plain as (
    select
        date_bin('1 hour', lines.log_timestamp, timestamptz '2000-01-01T00:00Z') as hour_start,
        lines.log_group,
        lines.environment,
        lines.severity,
        count(*) as line_count
    from log_known
    inner join log_line as lines
        on lines.line_no = log_known.line_no
    where lines.is_kept
        and lines.class_no is null
    group by 1, 2, 3, 4
),

plain as (
    select
        counts.hour_start,
        counts.log_group,
        counts.environment,
        counts.severity,
        sum(counts.line_count) as line_count
    from (
        select staged_plain.* from staged_plain
        union all
        select
            known_plain.hour_start, known_plain.log_group, known_plain.environment, known_plain.severity,
            -known_plain.line_count
        from known_plain
    ) as counts
    group by 1, 2, 3, 4
    having sum(counts.line_count) <> 0
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
