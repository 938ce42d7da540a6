-- The cause that was named earlier where another is named now, or none. Repeating it is harmless. A run that could not be
-- explained keeps what was stored of it.
delete from fact_run_diagnostic as known
using run_to_explain
where known.run_id = run_to_explain.run_id
    and known.scenario_key = run_to_explain.scenario_key
    and known.diagnostic_type = 'root_cause'
    and exists (select from root_cause where root_cause.run_id = known.run_id)
    and not exists (
        select
        from root_cause
        left join dim_node as nodes
            on nodes.node_id = root_cause.node_id
        where root_cause.run_id = known.run_id
            and root_cause.severity <> 'info'
            and coalesce(nodes.node_key, -1) = known.node_key
            and root_cause.diagnostic_category = known.diagnostic_category
    )
