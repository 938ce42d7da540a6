-- One row per UTC day with a run, of all models that match together, oldest first.
select
    day.full_date,
    sum(reliability.total_runs) as total_runs,
    sum(reliability.successful_runs) as successful_runs,
    sum(reliability.failed_runs) as failed_runs,
    sum(reliability.timeout_runs) as timeout_runs
from seen_reliability_daily() as reliability
inner join dim_date as day
    on reliability.date_key = day.date_key
inner join dim_model as model
    on reliability.model_key = model.model_key
where
    day.full_date >= :from_date::date
    and (:model_id::uuid is null or model.model_id = :model_id::uuid)
    and (:therapeutic_area::text is null or model.therapeutic_area = :therapeutic_area::text)
    and (:disease_area::text is null or model.disease_area = :disease_area::text)
group by day.full_date
order by day.full_date
