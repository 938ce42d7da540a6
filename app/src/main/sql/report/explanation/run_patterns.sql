-- One row per pattern and node of a run's log, the most frequent first.
select
    pattern.fingerprint,
    pattern.pattern,
    mode() within group (order by log.severity) as severity,
    log.node_id,
    max(node.node_name) as node_name,
    count(*) as event_count,
    count(*) over () as pattern_count
from fact_cloudwatch_log as log
inner join dim_error_pattern as pattern
    on log.error_pattern_key = pattern.error_pattern_key
left join dim_node as node
    on log.node_id = node.node_id
where
    log.run_id = :run_id
    and log.log_timestamp >= :from_time::timestamptz
    and log.log_timestamp < :until_time::timestamptz
group by
    pattern.fingerprint,
    pattern.pattern,
    log.node_id
order by
    count(*) desc,
    pattern.fingerprint,
    log.node_id
limit :row_limit
