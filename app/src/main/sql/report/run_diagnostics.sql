-- One row per finding about a run, the gravest first.
select
    diagnostic.diagnostic_type as type,
    diagnostic.diagnostic_category as category,
    diagnostic.severity,
    case when node.node_key > 0 then node.node_name end as node_name,
    diagnostic.diagnostic_message as message,
    diagnostic.diagnostic_details as details
from fact_run_diagnostic as diagnostic
inner join dim_node as node
    on diagnostic.node_key = node.node_key
where diagnostic.run_id = :run_id
order by
    array_position(array['critical', 'major', 'minor', 'info'], diagnostic.severity),
    diagnostic.diagnostic_type,
    diagnostic.diagnostic_category,
    node.node_name,
    diagnostic.diagnostic_key
limit :row_limit
