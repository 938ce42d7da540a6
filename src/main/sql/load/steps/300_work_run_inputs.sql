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
    and versions.node_data_id = inputs.node_data_id
order by inputs.run_id, inputs.node_key; -- a run's rows side by side

create index on run_input (run_id, node_key);
analyze run_pair, run_input;

-- One row per run read: what its inputs, branches and calculations say about it. Tables rather than expressions within
-- the next step, because only tables tell the planner how large they are.
create temporary table run_snapshot on commit drop as
select
    run_input.run_id,
    md5(string_agg(
        nodes.node_id || ':' || run_input.input_hash, ',' order by nodes.node_id, run_input.input_hash
    )) as input_snapshot_hash
from run_input
inner join dim_node as nodes
    on nodes.node_key = run_input.node_key
group by run_input.run_id;

create temporary table run_branches on commit drop as
select
    staged.scenario_run_id as run_id,
    count(*)::int as branch_count,
    bool_or(events.scenario_run_branch_id is not null) as has_event_calcs
from fc_scenario_run_branch as staged
left join (select distinct fc_scenario_event_calc.scenario_run_branch_id from fc_scenario_event_calc) as events
    on events.scenario_run_branch_id = staged.id
group by staged.scenario_run_id;

create temporary table run_counts on commit drop as
select
    calculations.run_id,
    count(*)::int as node_calc_total,
    (count(*) filter (where calculations.calc_outcome = 'success'))::int as node_calc_success,
    (count(*) filter (where calculations.calc_outcome = 'failed'))::int as node_calc_failed,
    (count(*) filter (where calculations.calc_outcome = 'timeout'))::int as node_calc_timeout
from fact_node_calc_detail as calculations
where calculations.run_id in (select staged.id from fc_scenario_run as staged)
group by calculations.run_id;

create temporary table run_first_error on commit drop as
select distinct on (calculations.run_id)
    calculations.run_id,
    calculations.error_category
from fact_node_calc_detail as calculations
where calculations.run_id in (select staged.id from fc_scenario_run as staged)
    and calculations.calc_outcome in ('failed', 'timeout')
    and calculations.error_category is not null
order by calculations.run_id, calculations.ended_at, calculations.calc_id;

analyze run_snapshot, run_branches, run_counts, run_first_error
