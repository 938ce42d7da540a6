-- One row per input that the verdicts of a problem's runs name as their cause: which value, by whom, in which scenario.
with named as (
    select
        run.scenario_key,
        run.run_id,
        run.run_started_at,
        cause.value ->> 'title' as title,
        cause.value ->> 'node_name' as node_name,
        cause.value ->> 'changed_by' as changed_by,
        (cause.value ->> 'changed_at')::timestamptz as changed_at,
        cause.value -> 'change' ->> 'before' as value_before,
        cause.value -> 'change' ->> 'after' as value_after
    from fact_scenario_run as run
    inner join fact_run_diagnostic as verdict
        on run.scenario_key = verdict.scenario_key
        and run.run_id = verdict.run_id
        and verdict.diagnostic_type = 'root_cause'
    cross join lateral jsonb_array_elements(
        case jsonb_typeof(verdict.diagnostic_details -> 'causes')
            when 'array' then verdict.diagnostic_details -> 'causes'
            else '[]'
        end
    ) as cause (value)
    where
        run.problem_key = :problem_key
        and cause.value ->> 'class' = 'input'
)

select
    scenario.scenario_id,
    scenario.scenario_name,
    named.title,
    named.node_name,
    named.value_before,
    named.value_after,
    named.changed_by,
    named.changed_at,
    count(distinct named.run_id) as run_count,
    max(named.run_started_at) as last_seen_at
from named
inner join dim_scenario as scenario
    on named.scenario_key = scenario.scenario_key
where named.title is not null
group by
    scenario.scenario_id,
    scenario.scenario_name,
    named.title,
    named.node_name,
    named.value_before,
    named.value_after,
    named.changed_by,
    named.changed_at
order by
    max(named.run_started_at) desc,
    scenario.scenario_id,
    named.title
limit :row_limit
