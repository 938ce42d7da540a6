-- One row per scenario with runs that failed or timed out since a time, the one with most of them first.
-- plan: anew
select
    scenario.scenario_id,
    scenario.scenario_name,
    count(*) filter (where run.run_outcome in ('failed', 'timeout')) as failed_runs,
    count(*) as run_count,
    max(run.run_started_at) filter (where run.run_outcome in ('failed', 'timeout')) as last_failure_at
from fact_scenario_run as run
inner join dim_scenario as scenario
    on run.scenario_key = scenario.scenario_key
inner join dim_model as model
    on run.model_key = model.model_key
where
    run.run_started_at >= :from_time::timestamptz
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
group by
    scenario.scenario_id,
    scenario.scenario_name
having count(*) filter (where run.run_outcome in ('failed', 'timeout')) > 0
order by
    failed_runs desc,
    scenario.scenario_name,
    scenario.scenario_id
limit :row_limit
