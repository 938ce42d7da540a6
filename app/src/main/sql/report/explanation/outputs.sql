-- One row per calculation of the runs asked for, with the leaves of what it put out: the run to be explained, and runs to
-- compare it with.
with runs as (
    select asked.run_id
    from unnest(:run_ids::uuid[]) as asked (run_id)
    union
    select usual.run_id
    from (
        select earlier.run_id
        from fact_scenario_run as earlier
        where
            earlier.scenario_key = :scenario_key
            and earlier.run_outcome = 'success'
            and earlier.run_started_at < :started_at::timestamptz
        order by earlier.run_started_at desc
        limit :usual_limit
    ) as usual
)

select
    calculation.run_id,
    node.node_id,
    coalesce(calculation.event_tag, left(calculation.branch_id::text, 8)) as branch,
    calculation.calc_outcome,
    calculation.output_values
from runs
inner join fact_node_calc_detail as calculation
    on runs.run_id = calculation.run_id
inner join dim_node as node
    on calculation.node_key = node.node_key
order by
    node.node_id,
    branch,
    calculation.run_id
limit :row_limit
