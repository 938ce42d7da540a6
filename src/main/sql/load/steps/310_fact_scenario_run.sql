-- What a run's calculations and inputs say about it. Repeating it is harmless: only what differs is written.
with counts as (
    select
        calculations.run_id,
        count(distinct calculations.branch_id) as branch_count,
        count(*) as node_calc_total,
        count(*) filter (where calculations.calc_outcome = 'success') as node_calc_success,
        count(*) filter (where calculations.calc_outcome = 'failed') as node_calc_failed,
        count(*) filter (where calculations.calc_outcome = 'timeout') as node_calc_timeout
    from fc_scenario_run as staged
    inner join fact_node_calc_detail as calculations
        on calculations.run_id = staged.id
    group by calculations.run_id
),

first_errors as (
    select distinct on (calculations.run_id)
        calculations.run_id,
        calculations.error_category
    from fc_scenario_run as staged
    inner join fact_node_calc_detail as calculations
        on calculations.run_id = staged.id
    where calculations.calc_outcome in ('failed', 'timeout')
        and calculations.error_category is not null
    order by calculations.run_id, calculations.ended_at, calculations.calc_id
),

snapshots as (
    select
        run_input.run_id,
        md5(string_agg(
            nodes.node_id || ':' || run_input.input_hash, ',' order by nodes.node_id, run_input.input_hash
        )) as input_snapshot_hash
    from run_input
    inner join dim_node as nodes
        on nodes.node_key = run_input.node_key
    group by run_input.run_id
),

branches as (
    select
        staged.scenario_run_id as run_id,
        count(*) as branch_count,
        bool_or(events.scenario_run_branch_id is not null) as has_event_calcs
    from fc_scenario_run_branch as staged
    left join (select distinct fc_scenario_event_calc.scenario_run_branch_id from fc_scenario_event_calc) as events
        on events.scenario_run_branch_id = staged.id
    group by staged.scenario_run_id
),

candidate as (
    select
        runs.scenario_key,
        runs.run_id,
        coalesce(branches.branch_count, counts.branch_count, 0)::int as branch_count,
        coalesce(counts.node_calc_total, 0)::int as node_calc_total,
        coalesce(counts.node_calc_success, 0)::int as node_calc_success,
        coalesce(counts.node_calc_failed, 0)::int as node_calc_failed,
        coalesce(counts.node_calc_timeout, 0)::int as node_calc_timeout,
        coalesce(branches.has_event_calcs, false) as has_event_calcs,
        case
            when runs.fail_reason is not null then classes.error_category
            when runs.run_outcome in ('failed', 'timeout') then first_errors.error_category
        end as error_category,
        snapshots.input_snapshot_hash
    from fc_scenario_run as staged
    inner join fact_scenario_run as runs
        on runs.run_id = staged.id
    left join error_class as classes
        on classes.message = runs.fail_reason
    left join counts
        on counts.run_id = runs.run_id
    left join first_errors
        on first_errors.run_id = runs.run_id
    left join snapshots
        on snapshots.run_id = runs.run_id
    left join branches
        on branches.run_id = runs.run_id
)

update fact_scenario_run as runs
set
    branch_count = candidate.branch_count,
    node_calc_total = candidate.node_calc_total,
    node_calc_success = candidate.node_calc_success,
    node_calc_failed = candidate.node_calc_failed,
    node_calc_timeout = candidate.node_calc_timeout,
    has_event_calcs = candidate.has_event_calcs,
    error_category = candidate.error_category,
    input_snapshot_hash = candidate.input_snapshot_hash,
    loaded_at = now()
from candidate
where runs.scenario_key = candidate.scenario_key
    and runs.run_id = candidate.run_id
    and (
        runs.branch_count, runs.node_calc_total, runs.node_calc_success, runs.node_calc_failed,
        runs.node_calc_timeout, runs.has_event_calcs, runs.error_category, runs.input_snapshot_hash
    ) is distinct from (
        candidate.branch_count, candidate.node_calc_total, candidate.node_calc_success, candidate.node_calc_failed,
        candidate.node_calc_timeout, candidate.has_event_calcs, candidate.error_category,
        candidate.input_snapshot_hash
    )
