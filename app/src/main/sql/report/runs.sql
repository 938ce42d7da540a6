-- One row per run that matches, the newest first, after the one the cursor names, with what its stored verdict says.
-- plan: anew
with matching_runs as (
    select
        run.*,
        scenario.scenario_id,
        scenario.scenario_name,
        owner.user_id as owner_id,
        model.model_id,
        model.model_name,
        person.user_id as starter_id
    from fact_scenario_run as run
    inner join dim_scenario as scenario
        on run.scenario_key = scenario.scenario_key
    inner join dim_model as model
        on run.model_key = model.model_key
    inner join dim_user as person
        on run.run_by_user_key = person.user_key
    inner join dim_user as owner
        on scenario.created_by_user_key = owner.user_key
    where
        (
            :scenario_id::uuid is null
            or run.scenario_key = (
                select asked.scenario_key from dim_scenario as asked where asked.scenario_id = :scenario_id::uuid
            )
        )
        and (:model_id::uuid is null or model.model_id = :model_id::uuid)
        and (:therapeutic_area::text is null or model.therapeutic_area = :therapeutic_area::text)
        and (:disease_area::text is null or model.disease_area = :disease_area::text)
        and (
            :environment::text is null
            or exists (
                select
                from fact_cloudwatch_log as log
                where
                    log.run_id = run.run_id
                    and log.environment = :environment::text
                    and log.log_timestamp >= run.run_started_at - interval '1 day'
                    and log.log_timestamp < run.run_started_at + interval '8 days'
            )
        )
        and (:user_id::text is null or person.user_id = :user_id::text)
        and (:owner::text is null or owner.user_id = :owner::text)
        and (
            :outcomes::text[] is null
            or run.run_outcome = any(:outcomes::text[])
            or (
                'slow' = any(:outcomes::text[])
                and exists (
                    select
                    from fact_run_diagnostic as timed
                    where
                        timed.scenario_key = run.scenario_key
                        and timed.run_id = run.run_id
                        and timed.diagnostic_type = 'perf_metric'
                        and (timed.diagnostic_details -> 'is_slow')::boolean
                )
            )
        )
        and (:error_category::text is null or run.error_category = :error_category::text)
        and (
            :fingerprint::text is null
            or run.error_pattern_key = (
                select asked.error_pattern_key
                from dim_error_pattern as asked
                where asked.fingerprint = :fingerprint::text
            )
            or run.run_id in (
                select calculation.run_id
                from fact_node_calc_detail as calculation
                inner join dim_error_pattern as asked
                    on calculation.error_pattern_key = asked.error_pattern_key
                where
                    asked.fingerprint = :fingerprint::text
                    and calculation.calc_outcome in ('failed', 'timeout')
            )
        )
        and (
            :problem_id::text is null
            or run.problem_key = (
                select asked.problem_key from dim_problem as asked where asked.problem_id = :problem_id::text
            )
        )
        and (:from_time::timestamptz is null or run.run_started_at >= :from_time::timestamptz)
        and (:until_time::timestamptz is null or run.run_started_at < :until_time::timestamptz)
        and (
            :after_time::timestamptz is null
            or (run.run_started_at, run.run_id) < (:after_time::timestamptz, :after_id::uuid)
        )
    order by
        run.run_started_at desc,
        run.run_id desc
    limit :row_limit
)

select
    run.run_id,
    run.scenario_id,
    run.scenario_name,
    nullif(run.owner_id, '') as scenario_created_by,
    run.model_id,
    case when run.model_key > 0 then run.model_name end as model_name,
    nullif(run.starter_id, '') as run_by,
    run.run_status as status,
    run.run_outcome as outcome,
    run.fail_reason,
    run.error_category,
    pattern.fingerprint,
    problem.problem_id,
    run.correlation_id,
    run.duration_seconds,
    run.node_calc_total,
    run.node_calc_failed + run.node_calc_timeout as node_failures,
    run.run_started_at as started_at,
    run.run_ended_at as ended_at,
    told.diagnostic_message as explanation,
    coalesce((timed.diagnostic_details -> 'is_slow')::boolean, false) as is_slow,
    lower(case :sort::text
        when 'outcome' then run.run_outcome
        when 'scenario' then run.scenario_name
        when 'by' then nullif(run.starter_id, '')
        when 'says' then
            case
                when
                    told.diagnostic_message is not null
                    and (
                        run.run_outcome <> 'success'
                        or coalesce((timed.diagnostic_details -> 'is_slow')::boolean, false)
                    )
                    then told.diagnostic_message
                else run.fail_reason
            end
    end) as sort_text,
    case :sort::text when 'took' then run.duration_seconds end as sort_number,
    case :sort::text when 'started' then run.run_started_at end as sort_time,
    run.run_id as sort_id
from matching_runs as run
left join dim_error_pattern as pattern
    on run.error_pattern_key = pattern.error_pattern_key
left join dim_problem as problem
    on run.problem_key = problem.problem_key
left join lateral (
    select verdict.diagnostic_message
    from fact_run_diagnostic as verdict
    where
        verdict.scenario_key = run.scenario_key
        and verdict.run_id = run.run_id
        and verdict.diagnostic_type = 'root_cause'
    order by verdict.node_key
    limit 1
) as told
    on true
left join fact_run_diagnostic as timed
    on
        run.scenario_key = timed.scenario_key
        and run.run_id = timed.run_id
        and timed.diagnostic_type = 'perf_metric'
        and timed.diagnostic_category = 'duration'
        and timed.node_key = -1
order by
    run.run_started_at desc,
    run.run_id desc
