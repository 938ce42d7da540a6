-- What the counts of lines gain and lose: the new lines, and those that changed.
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
    union all
    select log_change.* from log_change
)

select
    date_trunc('hour', changes.log_timestamp, 'UTC') as hour_start,
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
