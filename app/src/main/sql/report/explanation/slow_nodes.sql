-- One row per node that took a quarter longer in a run than the median of the usual ones, branches added up, those that
-- lost most time first, each with how many there are and what they lost together.
with times as (
    select
        calculation.run_id,
        calculation.node_key,
        sum(calculation.processing_time_ms) as processing_time_ms
    from fact_node_calc_detail as calculation
    where
        calculation.run_id = any(array_append(:usual_run_ids::uuid[], :run_id::uuid))
        and calculation.processing_time_ms is not null
    group by
        calculation.run_id,
        calculation.node_key
),

usual as (
    select
        times.node_key,
        percentile_cont(0.5) within group (order by times.processing_time_ms) as usual_ms
    from times
    where times.run_id <> :run_id
    group by times.node_key
)

select
    node.node_id,
    times.processing_time_ms::float8 as ms,
    usual.usual_ms,
    count(*) over () as node_count,
    sum(times.processing_time_ms - usual.usual_ms) over () as lost_ms
from times
inner join usual
    on times.node_key = usual.node_key
inner join dim_node as node
    on times.node_key = node.node_key
where
    times.run_id = :run_id
    and times.processing_time_ms > usual.usual_ms * 1.25
order by
    times.processing_time_ms - usual.usual_ms desc,
    node.node_id
limit :row_limit
