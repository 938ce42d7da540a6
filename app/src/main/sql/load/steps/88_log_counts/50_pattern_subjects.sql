-- step: writes agg_error_pattern_subject
-- Lines of each pattern, by the scenario, node and user they belong to.
insert into agg_error_pattern_subject (error_pattern_key, subject_type, subject_id, line_count)
select
    log_gain.error_pattern_key,
    subjects.subject_type,
    subjects.subject_id,
    sum(log_gain.line_count)
from log_gain
cross join lateral (
    values
        ('scenario', log_gain.scenario_id::text),
        ('node', log_gain.node_id::text),
        ('user', log_gain.user_id)
) as subjects (subject_type, subject_id)
where log_gain.error_pattern_key is not null
    and subjects.subject_id is not null
group by 1, 2, 3
having sum(log_gain.line_count) <> 0
on conflict (error_pattern_key, subject_type, subject_id) do update set
    line_count = agg_error_pattern_subject.line_count + excluded.line_count,
    loaded_at = now()
