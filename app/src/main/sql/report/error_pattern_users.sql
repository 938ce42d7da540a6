-- One row per user named in log lines with a pattern, or whose runs carry it, the most frequent first.
with runs_of_pattern as (
    select
        run.scenario_key,
        run.run_id
    from fact_scenario_run as run
    where run.error_pattern_key = :error_pattern_key
    union
    select
        calculation.scenario_key,
        calculation.run_id
    from fact_node_calc_detail as calculation
    where
        calculation.error_pattern_key = :error_pattern_key
        and calculation.calc_outcome in ('failed', 'timeout')
),

counted as (
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
    from runs_of_pattern
    inner join fact_scenario_run as run
        on
            runs_of_pattern.scenario_key = run.scenario_key
            and runs_of_pattern.run_id = run.run_id
    inner join dim_user as users
        on run.run_by_user_key = users.user_key
    where users.user_key <> -1
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
