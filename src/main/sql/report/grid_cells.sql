-- One row per run and outcome: the nodes that ended so in this run, the worst outcome of a node's branches counting.
with worst_outcomes as (
    select
        calculation.run_id,
        calculation.node_key,
        min(array_position(array['failed', 'timeout', 'unknown', 'in_progress', 'success'], calculation.calc_outcome))
        as badness
    from fact_node_calc_detail as calculation
    where
        calculation.scenario_key = :scenario_key
        and calculation.run_id = any(:run_ids::uuid[])
    group by
        calculation.run_id,
        calculation.node_key
)

select
    worst_outcomes.run_id,
    (array['failed', 'timeout', 'unknown', 'in_progress', 'success'])[worst_outcomes.badness] as outcome,
    string_agg(worst_outcomes.node_key::text, ',') as node_keys
from worst_outcomes
group by
    worst_outcomes.run_id,
    worst_outcomes.badness
