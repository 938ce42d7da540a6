-- One row per set of inputs that both passed and failed since a time: nothing a person typed tells these runs apart.
-- plan: anew
select
    scenario.scenario_id,
    scenario.scenario_name,
    run.input_snapshot_hash,
    count(*) filter (where run.run_outcome = 'success') as successful_runs,
    count(*) filter (where run.run_outcome in ('failed', 'timeout')) as failed_runs,
    (array_agg(run.run_id order by run.run_started_at desc) filter (where run.run_outcome in ('failed', 'timeout')))[1]
    as last_failed_run_id,
    max(run.run_started_at) as last_run_at
from fact_scenario_run as run
inner join dim_scenario as scenario
    on run.scenario_key = scenario.scenario_key
inner join dim_model as model
    on run.model_key = model.model_key
where
    run.run_started_at >= :from_time::timestamptz
    and run.input_snapshot_hash is not null
    and run.run_outcome in ('success', 'failed', 'timeout')
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
    scenario.scenario_name,
    run.input_snapshot_hash
having
    count(*) filter (where run.run_outcome = 'success') > 0
    and count(*) filter (where run.run_outcome in ('failed', 'timeout')) > 0
order by
    failed_runs desc,
    last_run_at desc,
    run.input_snapshot_hash
limit :row_limit
