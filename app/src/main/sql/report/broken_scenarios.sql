-- One row per scenario whose newest finished run failed or timed out, and that ran since a time: the longest row of such runs
-- first.
-- plan: anew
with finished_runs as (
    select
        run.scenario_key,
        run.run_id,
        run.run_outcome,
        run.run_started_at,
        max(run.run_started_at) filter (where run.run_outcome = 'success') over (
            partition by run.scenario_key
        ) as last_success_at
    from fact_scenario_run as run
    inner join dim_model as model
        on run.model_key = model.model_key
    where
        run.run_started_at >= :from_time::timestamptz
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
)

select
    scenario.scenario_id,
    scenario.scenario_name,
    nullif(person.user_id, '') as created_by,
    count(*) as failed_runs,
    min(finished_runs.run_started_at) as failing_since,
    max(finished_runs.run_started_at) as last_run_at,
    (array_agg(finished_runs.run_id order by finished_runs.run_started_at))[1] as first_failed_run_id
from finished_runs
inner join dim_scenario as scenario
    on finished_runs.scenario_key = scenario.scenario_key
inner join dim_user as person
    on scenario.created_by_user_key = person.user_key
where finished_runs.run_started_at > coalesce(finished_runs.last_success_at, '-infinity')
group by
    scenario.scenario_id,
    scenario.scenario_name,
    person.user_id
order by
    failed_runs desc,
    failing_since,
    scenario.scenario_id
limit :row_limit
