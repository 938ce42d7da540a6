-- The pairs of runs to compare: each run of the touched scenarios with the run before it and the last success before it.
create temporary table run_pair on commit drop as
select
    candidate.scenario_key,
    candidate.run_id as run_b_id,
    baseline.run_id as run_a_id,
    baseline.comparison_type
from touched_scenario as touched
inner join fact_scenario_run as candidate
    on candidate.scenario_key = touched.scenario_key
    and candidate.run_started_at >= touched.since
inner join lateral (
    (
        select
            'previous_run' as comparison_type,
            runs.run_id
        from fact_scenario_run as runs
        where runs.scenario_key = candidate.scenario_key
            and (runs.run_started_at, runs.run_id) < (candidate.run_started_at, candidate.run_id)
        order by runs.run_started_at desc, runs.run_id desc
        limit 1
    )
    union all
    (
        select
            'last_success',
            runs.run_id
        from fact_scenario_run as runs
        where runs.scenario_key = candidate.scenario_key
            and (runs.run_started_at, runs.run_id) < (candidate.run_started_at, candidate.run_id)
            and runs.run_outcome = 'success'
        order by runs.run_started_at desc, runs.run_id desc
        limit 1
    )
) as baseline
    on true;

-- One row per run and node: the input version the run really used. Where a node has no calculation, the version that
-- was valid when the run started.
create temporary table run_input on commit drop as
with runs as (
    select
        known.run_id,
        known.scenario_key,
        known.run_started_at
    from fact_scenario_run as known
    where known.run_id in (
        select staged.id from fc_scenario_run as staged
        union
        select run_pair.run_a_id from run_pair
        union
        select run_pair.run_b_id from run_pair
    )
),

used as (
    select distinct
        calculations.run_id,
        calculations.scenario_key,
        calculations.node_key,
        calculations.node_data_id
    from runs
    inner join fact_node_calc_detail as calculations
        on calculations.run_id = runs.run_id
),

valid as (
    select
        runs.run_id,
        runs.scenario_key,
        versions.node_key,
        versions.node_data_id
    from runs
    inner join fact_scenario_input_change as versions
        on versions.scenario_key = runs.scenario_key
        and versions.changed_at <= runs.run_started_at
        and (versions.ended_at is null or versions.ended_at > runs.run_started_at)
    where runs.scenario_key <> -1
        and not exists (
            select
            from used
            where used.run_id = runs.run_id
                and used.node_key = versions.node_key
        )
),

inputs as (
    select used.* from used
    union all
    select valid.* from valid
)

select
    inputs.run_id,
    inputs.node_key,
    inputs.node_data_id,
    versions.new_input_hash as input_hash
from inputs
left join fact_scenario_input_change as versions
    on versions.scenario_key = inputs.scenario_key
    and versions.node_data_id = inputs.node_data_id;

create index on run_input (run_id);
analyze run_pair, run_input
