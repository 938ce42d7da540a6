-- One row per run and outcome: the nodes with a branch that ended so in this run, the worst outcome last.
select
    calculation.run_id,
    calculation.calc_outcome as outcome,
    array_agg(calculation.node_key)::text as node_keys
from fact_node_calc_detail as calculation
where
    calculation.scenario_key = :scenario_key
    and calculation.run_id = any(:run_ids::uuid[])
group by
    calculation.run_id,
    calculation.calc_outcome
order by array_position(array['success', 'in_progress', 'unknown', 'timeout', 'failed'], calculation.calc_outcome)
