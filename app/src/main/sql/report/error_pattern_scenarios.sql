-- One row per scenario with runs that carry a pattern, in the run itself or in one of its calculations, or with log
-- lines that do, the scenario with most of them first.
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
        runs_of_pattern.scenario_key,
        count(*) as run_count,
        0::bigint as log_count,
        max(run.run_started_at) as last_run_at
    from runs_of_pattern
    inner join fact_scenario_run as run
        on
            runs_of_pattern.scenario_key = run.scenario_key
            and runs_of_pattern.run_id = run.run_id
    group by runs_of_pattern.scenario_key
    union all
    select
        named.scenario_key,
        0,
        lines.line_count,
        null
    from agg_error_pattern_subject as lines
    inner join dim_scenario as named
        on lines.subject_id::uuid = named.scenario_id
    where
        lines.error_pattern_key = :error_pattern_key
        and lines.subject_type = 'scenario'
)

select
    scenario.scenario_id,
    scenario.scenario_name,
    sum(counted.run_count)::bigint as run_count,
    sum(counted.log_count)::bigint as log_count,
    max(counted.last_run_at) as last_run_at
from counted
inner join dim_scenario as scenario
    on counted.scenario_key = scenario.scenario_key
group by
    scenario.scenario_id,
    scenario.scenario_name
having sum(counted.run_count + counted.log_count) > 0
order by
    run_count desc,
    log_count desc,
    scenario.scenario_name,
    scenario.scenario_id
limit :row_limit
