-- One row per node whose calculations failed or timed out in runs started since a time, the one at which most runs failed first:
-- in how many of them it was the first to fail (the others only follow), how many scenarios fail at it now, and how many sets of
-- inputs both passed and failed at it.
-- plan: anew
with finished_runs as (
    select
        run.scenario_key,
        run.run_id,
        run.run_outcome = 'success' as is_success,
        run.input_snapshot_hash,
        run.run_started_at,
        row_number() over (
            partition by run.scenario_key
            order by run.run_started_at desc, run.run_id desc
        ) = 1 as is_newest,
        bool_or(run.run_outcome = 'success') over (
            partition by run.scenario_key, run.input_snapshot_hash
        ) as has_passed
    from fact_scenario_run as run
    inner join dim_model as model
        on run.model_key = model.model_key
    where
        run.run_started_at >= :from_time::timestamptz
        and run.run_outcome in ('success', 'failed', 'timeout')
        and (:model_id::uuid is null or model.model_id = :model_id::uuid)
        and (:therapeutic_area::text is null or model.therapeutic_area = :therapeutic_area::text)
        and (:disease_area::text is null or model.disease_area = :disease_area::text)
        and (
            :environment::text is null
            or exists (
                select
                from fact_cloudwatch_log as log
                where
                    log.run_id = run.run_id
                    and log.environment = :environment::text
                    and log.log_timestamp >= run.run_started_at - interval '1 day'
                    and log.log_timestamp < run.run_started_at + interval '8 days'
            )
        )
),

failed_calculations as (
    select
        calculation.node_key,
        run.scenario_key,
        run.run_id,
        run.is_newest,
        run.run_started_at,
        case when run.has_passed then run.input_snapshot_hash end as flaky_hash,
        coalesce(
            (
                select struck.node_name = node.node_name
                from fact_problem_run as struck
                where
                    struck.scenario_key = run.scenario_key
                    and struck.run_id = run.run_id
                    and struck.problem_kind = 'failure'
            ),
            false
        ) as is_first
    from finished_runs as run
    inner join fact_node_calc_detail as calculation
        on
            run.scenario_key = calculation.scenario_key
            and run.run_id = calculation.run_id
    inner join dim_node as node
        on calculation.node_key = node.node_key
    where
        not run.is_success
        and calculation.calc_outcome in ('failed', 'timeout')
)

select
    node.node_id,
    node.node_name,
    model.model_name,
    count(*) as failed_calculations,
    count(distinct failed.run_id) filter (where failed.is_first) as first_failed_runs,
    count(distinct failed.scenario_key) filter (where failed.is_first and failed.is_newest) as broken_scenarios,
    count(distinct (failed.scenario_key, failed.flaky_hash)) filter (
        where failed.is_first and failed.flaky_hash is not null
    ) as flaky_inputs,
    count(distinct failed.run_id) as run_count,
    count(distinct failed.scenario_key) as scenario_count,
    max(failed.run_started_at) as last_failure_at
from failed_calculations as failed
inner join dim_node as node
    on failed.node_key = node.node_key
inner join dim_model as model
    on node.model_key = model.model_key
group by
    node.node_id,
    node.node_name,
    model.model_name
order by
    first_failed_runs desc,
    run_count desc,
    node.node_name,
    node.node_id
limit :row_limit
