-- step: writes fact_run_comparison
-- One row per run and kind of baseline. Repeating it is harmless: only what differs is written. A baseline that is no
-- longer the right one, as a late run came between, is replaced under the same key.
with inputs_a as (
    select
        pairs.pair,
        run_input.node_key,
        run_input.input_hash
    from run_pair_changed as pairs
    inner join run_input
        on run_input.run_fact_key = pairs.run_a_key
),

inputs_b as (
    select
        pairs.pair,
        run_input.node_key,
        run_input.input_hash
    from run_pair_changed as pairs
    inner join run_input
        on run_input.run_fact_key = pairs.run_b_key
),

differing as (
    select
        pair,
        node_key
    from inputs_a
    full join inputs_b
        using (pair, node_key)
    where inputs_a.input_hash is distinct from inputs_b.input_hash
),

changed_nodes as (
    select
        pairs.run_a_key,
        pairs.run_b_key,
        array_agg(distinct differing.node_key order by differing.node_key) as changed_node_keys
    from differing
    inner join run_pair_changed as pairs
        on pairs.pair = differing.pair
    group by pairs.run_a_key, pairs.run_b_key
),

candidate as (
    select
        run_pair.scenario_key,
        run_a.run_id as run_a_id,
        run_b.run_id as run_b_id,
        run_pair.comparison_type,
        run_a.run_status as run_a_status,
        run_b.run_status as run_b_status,
        run_a.run_outcome || ' -> ' || run_b.run_outcome as status_transition,
        coalesce(changed_nodes.changed_node_keys, '{}') as changed_node_keys,
        (
            select count(*)
            from fact_scenario_input_change as changes
            where changes.scenario_key = run_pair.scenario_key
                and changes.changed_at > run_a.run_started_at
                and changes.changed_at <= run_b.run_started_at
                and not changes.is_initial
        )::int as input_changes_between,
        run_b.node_calc_failed + run_b.node_calc_timeout
        - run_a.node_calc_failed - run_a.node_calc_timeout as node_failures_delta,
        run_b.duration_seconds - run_a.duration_seconds as duration_delta_seconds,
        run_a.run_started_at as run_a_started_at,
        run_b.run_started_at as run_b_started_at
    from run_pair
    inner join fact_scenario_run as run_a
        on run_a.scenario_key = run_pair.scenario_key
        and run_a.run_fact_key = run_pair.run_a_key
    inner join fact_scenario_run as run_b
        on run_b.scenario_key = run_pair.scenario_key
        and run_b.run_fact_key = run_pair.run_b_key
    left join changed_nodes
        on changed_nodes.run_a_key = run_pair.run_a_key
        and changed_nodes.run_b_key = run_pair.run_b_key
)

insert into fact_run_comparison (
    scenario_key, run_a_id, run_b_id, comparison_type, run_a_status, run_b_status, status_transition,
    changed_node_keys, input_changes_between, node_failures_delta, duration_delta_seconds, run_a_started_at,
    run_b_started_at
)
select candidate.*
from candidate
left join fact_run_comparison as known
    on known.scenario_key = candidate.scenario_key
    and known.run_b_id = candidate.run_b_id
    and known.comparison_type = candidate.comparison_type
where known.run_b_id is null
    or (
        known.run_a_id, known.run_a_status, known.run_b_status, known.status_transition, known.changed_node_keys,
        known.input_changes_between, known.node_failures_delta, known.duration_delta_seconds
    ) is distinct from (
        candidate.run_a_id, candidate.run_a_status, candidate.run_b_status, candidate.status_transition,
        candidate.changed_node_keys, candidate.input_changes_between, candidate.node_failures_delta,
        candidate.duration_delta_seconds
    )
on conflict (scenario_key, run_b_id, comparison_type) do update set
    run_a_id = excluded.run_a_id,
    run_a_status = excluded.run_a_status,
    run_b_status = excluded.run_b_status,
    status_transition = excluded.status_transition,
    changed_node_keys = excluded.changed_node_keys,
    input_changes_between = excluded.input_changes_between,
    node_failures_delta = excluded.node_failures_delta,
    duration_delta_seconds = excluded.duration_delta_seconds,
    run_a_started_at = excluded.run_a_started_at,
    run_b_started_at = excluded.run_b_started_at,
    loaded_at = now()
