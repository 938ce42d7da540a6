select
    calculations.calc_id::text as id,
    (calculations.updated_at at time zone 'UTC')::date as day,
    concat_ws(
        '|', calculations.run_id, calculations.event_tag, nodes.node_id, calculations.node_data_id,
        calculations.calc_status, calculations.error_message, extract(epoch from calculations.updated_at)
    ) as content
from fact_node_calc_detail as calculations
inner join dim_node as nodes
    on nodes.node_key = calculations.node_key
