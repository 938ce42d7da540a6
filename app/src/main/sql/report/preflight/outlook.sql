-- One row: a run of a scenario that could be started at a time, with the keys the other questions need; how runs went lately,
-- its own and others'; and how long a run usually takes. A scenario without runs belongs to no model version yet.
with scenario as (
    select dim_scenario.*
    from dim_scenario
    where dim_scenario.scenario_id = :scenario_id
),

own as (
    select
        run.run_id,
        run.run_outcome,
        run.run_started_at,
        run.duration_seconds,
        run.forecast_cycle_key,
        run.branch_count,
        row_number() over (
            order by
                run.run_started_at desc,
                run.run_id desc
        ) as age
    from scenario
    inner join fact_scenario_run as run
        on scenario.scenario_key = run.scenario_key
    where
        run.run_started_at < :at::timestamptz
        and run.run_outcome in ('success', 'failed', 'timeout')
    order by
        run.run_started_at desc,
        run.run_id desc
    limit 20
),

last_run as (
    select own.*
    from own
    where own.age = 1
),

others as (
    select
        count(distinct run.scenario_key) as scenarios,
        count(distinct run.scenario_key) filter (where run.run_outcome in ('failed', 'timeout')) as failing,
        count(distinct run.scenario_key) filter (
            where run.run_outcome in ('failed', 'timeout') and run.model_key = scenario.model_key
        ) as failing_of_model
    from scenario
    inner join fact_scenario_run as run
        on scenario.scenario_key <> run.scenario_key
    where
        run.run_started_at between :at::timestamptz - interval '2 hours' and :at::timestamptz
        and run.run_ended_at <= :at::timestamptz
)

select
    '00000000-0000-0000-0000-000000000000'::uuid as run_id,
    scenario.scenario_key,
    scenario.model_key,
    coalesce(last_run.forecast_cycle_key, -1) as forecast_cycle_key,
    coalesce(last_run.branch_count, 0) as branch_count,
    0 as node_failures,
    null::text as input_snapshot_hash,
    null::int as error_pattern_key,
    null::text as fingerprint,
    null::timestamptz as first_seen_at,
    scenario.scenario_id,
    coalesce(scenario.core_scenario_id, scenario.scenario_id) as lineage_id,
    coalesce(scenario.scenario_name, '') as scenario_name,
    coalesce(model.model_name, '') as model_name,
    null::text as started_by,
    'in_progress' as run_outcome,
    null::text as fail_reason,
    null::text as error_category,
    null::uuid as correlation_id,
    null::numeric as duration_seconds,
    0 as node_calc_total,
    :at::timestamptz as run_started_at,
    null::timestamptz as run_ended_at,
    last_run.run_id as last_run_id,
    coalesce(last_run.run_outcome in ('failed', 'timeout'), false) as has_last_failed,
    (
        select verdict.diagnostic_details ->> 'class'
        from fact_run_diagnostic as verdict
        where
            verdict.scenario_key = scenario.scenario_key
            and verdict.run_id = last_run.run_id
            and verdict.diagnostic_type = 'root_cause'
        limit 1
    ) as last_class,
    exists (
        select
        from fact_run_diagnostic as verdict
        inner join fact_scenario_input_change as suspect
            on
                suspect.scenario_key = scenario.scenario_key
                and suspect.node_data_id::text = verdict.diagnostic_details -> 'suspects' -> 0 ->> 'version_id'
        where
            verdict.scenario_key = scenario.scenario_key
            and verdict.run_id = last_run.run_id
            and verdict.diagnostic_type = 'root_cause'
            and (suspect.ended_at is null or suspect.ended_at > :at::timestamptz)
    ) as is_suspect_unchanged,
    exists (
        select
        from fact_scenario_input_change as version
        where
            version.scenario_key = scenario.scenario_key
            and version.changed_at > last_run.run_started_at
            and version.changed_at <= :at::timestamptz
            and not version.is_duplicate
    ) as has_changed_since_last,
    (select count(*) from own where own.age <= 10)::int as own_runs,
    (select count(*) from own where own.age <= 10 and own.run_outcome <> 'success')::int as own_failures,
    exists (select from own where own.run_outcome = 'success') as has_worked,
    others.scenarios::int as other_scenarios,
    others.failing::int as other_failing,
    others.failing_of_model::int as model_failing,
    (
        select percentile_cont(0.5) within group (order by own.duration_seconds)
        from own
        where own.run_outcome = 'success'
    ) as usual_seconds,
    (
        select percentile_cont(0.9) within group (order by own.duration_seconds)
        from own
        where own.run_outcome = 'success'
    ) as slow_seconds
from scenario
inner join dim_model as model
    on scenario.model_key = model.model_key
cross join others
left join last_run
    on true
