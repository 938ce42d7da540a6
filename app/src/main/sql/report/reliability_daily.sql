-- One row per UTC day and model with a run, the newest day first, after the one the cursor names.
-- plan: anew
select
    model.model_id,
    model.model_name,
    model.therapeutic_area,
    model.disease_area,
    reliability.top_error_category,
    case when node.node_key > 0 then node.node_name end as top_failing_node,
    reliability.total_runs,
    reliability.successful_runs,
    reliability.failed_runs,
    reliability.timeout_runs,
    round(
        100.0 * reliability.successful_runs
        / nullif(reliability.successful_runs + reliability.failed_runs + reliability.timeout_runs, 0),
        2
    ) as success_rate,
    reliability.total_node_failures,
    reliability.avg_duration_seconds,
    reliability.p95_duration_seconds,
    day.full_date as date
from seen_reliability_daily() as reliability
inner join dim_date as day
    on reliability.date_key = day.date_key
inner join dim_model as model
    on reliability.model_key = model.model_key
left join dim_node as node
    on reliability.top_failing_node_key = node.node_key
where
    day.full_date >= :from_date::date
    and (:model_id::uuid is null or model.model_id = :model_id::uuid)
    and (:therapeutic_area::text is null or model.therapeutic_area = :therapeutic_area::text)
    and (:disease_area::text is null or model.disease_area = :disease_area::text)
    and (
        :after_date::date is null
        or day.full_date < :after_date::date
        or (day.full_date = :after_date::date and model.model_id > :after_id::uuid)
    )
order by
    day.full_date desc,
    model.model_id
limit :row_limit
