-- One row per node whose calculations failed or timed out since a time, the one with most of them first.
select
    node.node_id,
    node.node_name,
    model.model_name,
    count(*) as failed_calculations,
    count(distinct calculation.run_id) as run_count,
    count(distinct calculation.scenario_key) as scenario_count,
    max(calculation.updated_at) as last_failure_at
from fact_node_calc_detail as calculation
inner join dim_node as node
    on calculation.node_key = node.node_key
inner join dim_model as model
    on node.model_key = model.model_key
where
    calculation.calc_outcome in ('failed', 'timeout')
    and calculation.updated_at >= :from_time::timestamptz
    and (:model_id::uuid is null or model.model_id = :model_id::uuid)
    and (:therapeutic_area::text is null or model.therapeutic_area = :therapeutic_area::text)
    and (:disease_area::text is null or model.disease_area = :disease_area::text)
    and (
        :environment::text is null
        or exists (
            select
            from fact_cloudwatch_log as log
            where
                log.run_id = calculation.run_id
                and log.environment = :environment::text
                and log.log_timestamp >= calculation.updated_at - interval '8 days'
                and log.log_timestamp < calculation.updated_at + interval '8 days'
        )
    )
group by
    node.node_id,
    node.node_name,
    model.model_name
order by
    failed_calculations desc,
    node.node_name,
    node.node_id
limit :row_limit
