-- The pairs of runs whose inputs differ at all.
create temporary table run_pair_changed on commit drop as
select distinct
    run_pair.run_a_id,
    run_pair.run_b_id
from run_pair
inner join fact_scenario_run as run_a
    on run_a.scenario_key = run_pair.scenario_key
    and run_a.run_id = run_pair.run_a_id
inner join fact_scenario_run as run_b
    on run_b.scenario_key = run_pair.scenario_key
    and run_b.run_id = run_pair.run_b_id
where run_a.input_snapshot_hash is distinct from run_b.input_snapshot_hash;

analyze run_pair_changed
