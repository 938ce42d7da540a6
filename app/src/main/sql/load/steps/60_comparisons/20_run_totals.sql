-- step: writes fact_scenario_run
-- What a run's calculations and inputs say about it. Repeating it is harmless: only what differs is written.
with candidate as (
    select
        runs.scenario_key,
        runs.run_id,
        patterns.error_pattern_key,
        coalesce(branches.branch_count, 0) as branch_count,
        coalesce(counts.node_calc_total, 0) as node_calc_total,
        coalesce(counts.node_calc_success, 0) as node_calc_success,
        coalesce(counts.node_calc_failed, 0) as node_calc_failed,
        coalesce(counts.node_calc_timeout, 0) as node_calc_timeout,
        coalesce(branches.has_event_calcs, false) as has_event_calcs,
        case
            when runs.fail_reason is not null then classes.error_category
            when runs.run_outcome in ('failed', 'timeout') then first_errors.error_category
        end as error_category,
        snapshots.input_snapshot_hash
    from stg_run as staged
    inner join fact_scenario_run as runs
        on runs.run_id = staged.run_id
    left join error_class as classes
        on classes.message = runs.fail_reason
    left join dim_error_pattern as patterns
        on patterns.fingerprint = classes.fingerprint
    left join run_counts as counts
        on counts.run_fact_key = runs.run_fact_key
    left join run_first_error as first_errors
        on first_errors.run_id = runs.run_id
    left join run_snapshot as snapshots
        on snapshots.run_fact_key = runs.run_fact_key
    left join run_branches as branches
        on branches.run_id = runs.run_id
)

update fact_scenario_run as runs
set
    error_pattern_key = candidate.error_pattern_key,
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
        runs.error_pattern_key, runs.branch_count, runs.node_calc_total, runs.node_calc_success, runs.node_calc_failed,
        runs.node_calc_timeout, runs.has_event_calcs, runs.error_category, runs.input_snapshot_hash
    ) is distinct from (
        candidate.error_pattern_key, candidate.branch_count, candidate.node_calc_total, candidate.node_calc_success, candidate.node_calc_failed,
        candidate.node_calc_timeout, candidate.has_event_calcs, candidate.error_category,
        candidate.input_snapshot_hash
    )
