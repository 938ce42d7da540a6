-- One row per UTC day with a run, of all models that match together, oldest first. The loads' counts by day do not know
-- environments: with one asked for, the runs themselves are counted.
-- plan: anew
with counted_days as (
    select
        day.full_date,
        reliability.model_key,
        reliability.total_runs,
        reliability.successful_runs,
        reliability.failed_runs,
        reliability.timeout_runs
    from seen_reliability_daily() as reliability
    inner join dim_date as day
        on reliability.date_key = day.date_key
    where
        day.full_date >= :from_date::date
        and :environment::text is null
    union all
    select
        (run.run_started_at at time zone 'UTC')::date as full_date,
        run.model_key,
        1 as total_runs,
        (run.run_outcome = 'success')::int as successful_runs,
        (run.run_outcome = 'failed')::int as failed_runs,
        (run.run_outcome = 'timeout')::int as timeout_runs
    from fact_scenario_run as run
    where
        run.run_started_at >= :from_date::date at time zone 'UTC'
        and :environment::text is not null
        and exists (
            select
            from fact_cloudwatch_log as log
            where
                log.run_id = run.run_id
                and log.environment = :environment::text
                and log.log_timestamp >= run.run_started_at - interval '1 day'
                and log.log_timestamp < run.run_started_at + interval '8 days'
        )
)

select
    counted_days.full_date as date,
    sum(counted_days.total_runs)::bigint as total_runs,
    sum(counted_days.successful_runs)::bigint as successful_runs,
    sum(counted_days.failed_runs)::bigint as failed_runs,
    sum(counted_days.timeout_runs)::bigint as timeout_runs
from counted_days
inner join dim_model as model
    on counted_days.model_key = model.model_key
where
    (:model_id::uuid is null or model.model_id = :model_id::uuid)
    and (:therapeutic_area::text is null or model.therapeutic_area = :therapeutic_area::text)
    and (:disease_area::text is null or model.disease_area = :disease_area::text)
group by counted_days.full_date
order by counted_days.full_date
