-- One row per user named in log lines with a pattern, or whose runs carry it, the most frequent first.
with counted as (
    select
        lines.subject_id as user_id,
        lines.line_count as log_count,
        0::bigint as run_count
    from agg_error_pattern_subject as lines
    where
        lines.error_pattern_key = :error_pattern_key
        and lines.subject_type = 'user'
    union all
    select
        users.user_id,
        0,
        count(*)
    from fact_scenario_run as run
    inner join dim_user as users
        on run.run_by_user_key = users.user_key
    where
        run.error_pattern_key = :error_pattern_key
        and users.user_key <> -1
    group by users.user_id
)

select
    counted.user_id,
    sum(counted.run_count)::bigint as run_count,
    sum(counted.log_count)::bigint as log_count
from counted
group by counted.user_id
having sum(counted.run_count + counted.log_count) > 0
order by
    run_count desc,
    log_count desc,
    counted.user_id
limit :row_limit
