-- One row per node whose calculations failed with a pattern, the most frequent first.
select
    node.node_id,
    node.node_name,
    count(*) as failure_count,
    count(distinct calculation.run_id) as run_count
from fact_node_calc_detail as calculation
inner join dim_node as node
    on calculation.node_key = node.node_key
where
    calculation.calc_outcome in ('failed', 'timeout')
    and calculation.error_pattern_key = :error_pattern_key
group by
    node.node_id,
    node.node_name
order by
    failure_count desc,
    node.node_name,
    node.node_id
limit :row_limit
