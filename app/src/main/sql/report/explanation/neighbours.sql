-- One row: what failed runs of other scenarios have in common with a run. Around it means within 15 minutes of its start;
-- whether a run failed with the inputs of its scenario's last success stands in fact_run_comparison. Of the run's model the
-- three hours before count, too: data from upstream is late for longer than a machine is down. The newest 300 runs of each.
with lineage as (
    select scenario.scenario_key
    from dim_scenario as scenario
    where coalesce(scenario.core_scenario_id, scenario.scenario_id) = :lineage_id::uuid
),

around as (
    select
        run.run_id,
        run.scenario_key,
        run.model_key,
        run.run_outcome
    from fact_scenario_run as run
    where
        run.run_started_at >= :started_at::timestamptz - interval '15 minutes'
        and run.run_started_at <= :started_at::timestamptz + interval '15 minutes'
        and run.scenario_key not in (select lineage.scenario_key from lineage)
    order by run.run_started_at desc
    limit 300
),

around_failed as (
    select
        around.scenario_key,
        around.model_key,
        (
            select comparison.input_changes_between = 0
            from fact_run_comparison as comparison
            where
                comparison.scenario_key = around.scenario_key
                and comparison.run_b_id = around.run_id
                and comparison.comparison_type = 'last_success'
        ) as is_unchanged
    from around
    where around.run_outcome in ('failed', 'timeout')
),

of_model as (
    select
        run.run_id,
        run.scenario_key,
        run.run_outcome
    from fact_scenario_run as run
    where
        run.model_key = :model_key
        and run.run_started_at >= :started_at::timestamptz - interval '3 hours'
        and run.run_started_at <= :started_at::timestamptz + interval '15 minutes'
        and run.scenario_key not in (select lineage.scenario_key from lineage)
    order by run.run_started_at desc
    limit 300
),

of_model_failed as (
    select
        of_model.scenario_key,
        bool_or(node.node_id = any(:node_ids::uuid[])) as is_at_same_node,
        bool_or(
            node.node_id = any(:node_ids::uuid[])
            and coalesce(
                (
                    select comparison.input_changes_between = 0
                    from fact_run_comparison as comparison
                    where
                        comparison.scenario_key = of_model.scenario_key
                        and comparison.run_b_id = of_model.run_id
                        and comparison.comparison_type = 'last_success'
                ),
                false
            )
        ) as is_unchanged_there
    from of_model
    inner join fact_node_calc_detail as calculation
        on
            calculation.run_id = of_model.run_id
            and calculation.scenario_key = of_model.scenario_key
            and calculation.calc_outcome in ('failed', 'timeout')
    inner join dim_node as node
        on calculation.node_key = node.node_key
    where of_model.run_outcome in ('failed', 'timeout')
    group by of_model.scenario_key
)

select
    (
        select count(distinct around_failed.scenario_key)
        from around_failed
        where around_failed.is_unchanged
    ) as unchanged_failed,
    (
        select count(distinct around_failed.model_key)
        from around_failed
        where around_failed.is_unchanged and around_failed.model_key <> :model_key
    ) as unchanged_models,
    (select count(*) from of_model_failed where of_model_failed.is_at_same_node) as same_node,
    (select count(*) from of_model_failed where of_model_failed.is_unchanged_there) as same_node_unchanged,
    (select count(*) from of_model_failed where not of_model_failed.is_at_same_node) as other_node,
    (
        select count(distinct of_model.scenario_key)
        from of_model
        where of_model.run_outcome = 'success'
    ) as passed_of_model
