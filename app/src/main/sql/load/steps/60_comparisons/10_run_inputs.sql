-- step: prepares run_pair, run_input, run_snapshot, run_counts, run_branches, run_first_error
-- The pairs of runs to compare: each run of the touched scenarios with the run before it and the last success before it.
create temporary table run_pair on commit drop as
select
    candidate.scenario_key,
    candidate.run_fact_key as run_b_key,
    baseline.run_fact_key as run_a_key,
    baseline.comparison_type
from touched_scenario as touched
inner join fact_scenario_run as candidate
    on candidate.scenario_key = touched.scenario_key
    and candidate.run_started_at >= touched.since
inner join lateral (
    (
        select
            'previous_run' as comparison_type,
            runs.run_fact_key
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
            runs.run_fact_key
        from fact_scenario_run as runs
        where runs.scenario_key = candidate.scenario_key
            and (runs.run_started_at, runs.run_id) < (candidate.run_started_at, candidate.run_id)
            and runs.run_outcome = 'success'
        order by runs.run_started_at desc, runs.run_id desc
        limit 1
    )
) as baseline
    on true;

-- The runs whose inputs are needed: those read, and those they are compared with.
create temporary table run_wanted on commit drop as
select
    runs.run_fact_key,
    runs.run_id,
    runs.scenario_key,
    runs.run_started_at
from fact_scenario_run as runs
where runs.run_id in (select staged.run_id from stg_run as staged)
union
select
    runs.run_fact_key,
    runs.run_id,
    runs.scenario_key,
    runs.run_started_at
from run_pair
inner join fact_scenario_run as runs
    on runs.scenario_key = run_pair.scenario_key
    and runs.run_fact_key in (run_pair.run_a_key, run_pair.run_b_key);

analyze run_pair, run_wanted;

-- One row per run, node and input version the run really used, with what became of its calculations.
create temporary table run_input on commit drop as
select
    calculated.*,
    versions.new_input_hash as input_hash
from (
    select
        runs.run_fact_key,
        min(runs.scenario_key) as scenario_key,
        calculations.node_key,
        calculations.node_data_id,
        count(*) as total,
        count(*) filter (where calculations.calc_outcome = 'success') as success,
        count(*) filter (where calculations.calc_outcome = 'failed') as failed,
        count(*) filter (where calculations.calc_outcome = 'timeout') as timeout
    from run_wanted as runs
    inner join fact_node_calc_detail as calculations
        on calculations.run_id = runs.run_id
    group by runs.run_fact_key, calculations.node_key, calculations.node_data_id
) as calculated
left join fact_scenario_input_change as versions
    on versions.scenario_key = calculated.scenario_key
    and versions.node_data_id = calculated.node_data_id;

analyze run_input;

-- Where a node has no calculation, the version that was valid when the run started. Mostly a run has calculated all
-- input nodes of its scenario, and there is nothing to look for.
with input_nodes as (
    select distinct
        versions.scenario_key,
        versions.node_key
    from touched_scenario as touched
    inner join fact_scenario_input_change as versions
        on versions.scenario_key = touched.scenario_key
),

expected as (
    select
        input_nodes.scenario_key,
        count(*) as nodes
    from input_nodes
    group by input_nodes.scenario_key
),

covered as (
    select
        nodes.run_fact_key,
        count(*) as nodes
    from (
        select distinct
            run_input.run_fact_key,
            run_input.node_key
        from run_input
        inner join input_nodes
            on input_nodes.scenario_key = run_input.scenario_key
            and input_nodes.node_key = run_input.node_key
    ) as nodes
    group by nodes.run_fact_key
),

runs as (
    select run_wanted.*
    from run_wanted
    inner join expected
        on expected.scenario_key = run_wanted.scenario_key
    left join covered
        on covered.run_fact_key = run_wanted.run_fact_key
    where coalesce(covered.nodes, 0) < expected.nodes
)

insert into run_input (
    run_fact_key, scenario_key, node_key, node_data_id, total, success, failed, timeout, input_hash
)
select
    runs.run_fact_key,
    runs.scenario_key,
    versions.node_key,
    versions.node_data_id,
    0,
    0,
    0,
    0,
    versions.new_input_hash
from runs
inner join fact_scenario_input_change as versions
    on versions.scenario_key = runs.scenario_key
    and versions.changed_at <= runs.run_started_at
    and (versions.ended_at is null or versions.ended_at > runs.run_started_at)
where not exists (
    select
    from run_input
    where run_input.run_fact_key = runs.run_fact_key
        and run_input.node_key = versions.node_key
);

-- One row per run: what its inputs, branches and calculations say about it. Tables rather than expressions within the
-- next step, because only tables tell the planner how large they are.
create temporary table run_snapshot on commit drop as
select
    run_input.run_fact_key,
    count(*)::int as input_count,
    md5(string_agg(
        nodes.node_id || ':' || run_input.input_hash, ',' order by nodes.node_id, run_input.input_hash
    )) as input_snapshot_hash
from run_input
inner join dim_node as nodes
    on nodes.node_key = run_input.node_key
group by run_input.run_fact_key;

create temporary table run_counts on commit drop as
select
    run_input.run_fact_key,
    sum(run_input.total)::int as node_calc_total,
    sum(run_input.success)::int as node_calc_success,
    sum(run_input.failed)::int as node_calc_failed,
    sum(run_input.timeout)::int as node_calc_timeout
from run_input
group by run_input.run_fact_key;

create temporary table run_branches on commit drop as
select
    staged.run_id,
    count(*)::int as branch_count,
    bool_or(events.branch_id is not null) as has_event_calcs
from stg_branch as staged
left join (select distinct stg_event_calculation.branch_id from stg_event_calculation) as events
    on events.branch_id = staged.branch_id
group by staged.run_id;

create temporary table run_first_error on commit drop as
select distinct on (calculations.run_id)
    calculations.run_id,
    calculations.error_category
from fact_node_calc_detail as calculations
where calculations.run_id in (select staged.run_id from stg_run as staged)
    and calculations.calc_outcome in ('failed', 'timeout')
    and calculations.error_category is not null
order by calculations.run_id, calculations.ended_at, calculations.calc_id;

analyze run_input, run_snapshot, run_branches, run_counts, run_first_error
