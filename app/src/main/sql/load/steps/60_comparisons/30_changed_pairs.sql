-- step: prepares run_pair_changed
-- The pairs of runs whose inputs differ at all.
create temporary table run_pair_changed on commit drop as
select
    row_number() over () as pair,
    differing.*
from (
    select distinct
        run_pair.run_a_key,
        run_pair.run_b_key
    from run_pair
    inner join fact_scenario_run as run_a
        on run_a.run_fact_key = run_pair.run_a_key
    inner join fact_scenario_run as run_b
        on run_b.run_fact_key = run_pair.run_b_key
    where run_a.input_snapshot_hash is distinct from run_b.input_snapshot_hash
) as differing;

analyze run_pair_changed
