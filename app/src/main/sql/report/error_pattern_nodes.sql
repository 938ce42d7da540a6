-- One row per node whose calculations failed with a pattern, or that log lines with it name, the most frequent first.
with counted as (
    select
        calculation.node_key,
        count(*) as failure_count,
        count(distinct calculation.run_id) as run_count,
        0::bigint as log_count
    from fact_node_calc_detail as calculation
    where
        calculation.calc_outcome in ('failed', 'timeout')
        and calculation.error_pattern_key = :error_pattern_key
    group by calculation.node_key
    union all
    select
        named.node_key,
        0,
        0,
        lines.line_count
    from agg_error_pattern_subject as lines
    inner join dim_node as named
        on lines.subject_id::uuid = named.node_id
    where
        lines.error_pattern_key = :error_pattern_key
        and lines.subject_type = 'node'
)

select
    node.node_id,
    node.node_name,
    case when model.model_key > 0 then model.model_name end as model_name,
    sum(counted.failure_count)::bigint as failure_count,
    sum(counted.run_count)::bigint as run_count,
    sum(counted.log_count)::bigint as log_count
from counted
inner join dim_node as node
    on counted.node_key = node.node_key
inner join dim_model as model
    on node.model_key = model.model_key
group by
    node.node_id,
    node.node_name,
    model.model_key,
    model.model_name
having sum(counted.failure_count + counted.log_count) > 0
order by
    failure_count desc,
    log_count desc,
    node.node_name,
    node.node_id
limit :row_limit
