-- One row per thing whose id, or whose request's id, lies between two ids: one whole id, or all that begin alike.
with hits as (
    select
        1 as rank,
        'run' as kind,
        run.run_id::text as id,
        'Run of ' || coalesce(scenario.scenario_name, 'an unknown scenario') as label,
        run.run_outcome as detail,
        run.run_started_at as at
    from fact_scenario_run as run
    inner join dim_scenario as scenario
        on run.scenario_key = scenario.scenario_key
    where run.run_id between :low_id::uuid and :high_id::uuid
    union all
    select
        1 as rank,
        'scenario' as kind,
        scenario.scenario_id::text as id,
        scenario.scenario_name as label,
        scenario.current_status as detail,
        scenario.created_at as at
    from dim_scenario as scenario
    where
        scenario.scenario_id between :low_id::uuid and :high_id::uuid
        and scenario.scenario_key > 0
    union all
    select
        1 as rank,
        'node' as kind,
        node.node_id::text as id,
        node.node_name as label,
        node.tab_path as detail,
        node.created_at as at
    from dim_node as node
    where
        node.node_id between :low_id::uuid and :high_id::uuid
        and node.node_key > 0
    union all
    select
        1 as rank,
        'model' as kind,
        model.model_id::text as id,
        model.model_name as label,
        model.therapeutic_area as detail,
        model.created_at as at
    from dim_model as model
    where
        model.model_id between :low_id::uuid and :high_id::uuid
        and model.model_key > 0
    union all
    select
        2 as rank,
        'run' as kind,
        run.run_id::text as id,
        'Run of ' || coalesce(scenario.scenario_name, 'an unknown scenario') as label,
        'correlation id ' || run.correlation_id::text as detail,
        run.run_started_at as at
    from fact_scenario_run as run
    inner join dim_scenario as scenario
        on run.scenario_key = scenario.scenario_key
    where run.correlation_id between :low_id::uuid and :high_id::uuid
    union all
    select
        2 as rank,
        'scenario' as kind,
        scenario.scenario_id::text as id,
        scenario.scenario_name as label,
        action.action_type || ' by ' || coalesce(nullif(person.user_id, ''), 'an unknown user')
        || ', correlation id ' || action.correlation_id::text as detail,
        action.action_timestamp as at
    from fact_user_action as action
    inner join dim_scenario as scenario
        on action.scenario_key = scenario.scenario_key
    inner join dim_user as person
        on action.user_key = person.user_key
    where
        action.correlation_id between :low_id::uuid and :high_id::uuid
        and action.action_type <> 'run_forecast'
        and scenario.scenario_key > 0
    union all
    select
        2 as rank,
        'scenario' as kind,
        scenario.scenario_id::text as id,
        scenario.scenario_name as label,
        'input version ' || version.node_data_id::text || ' of ' || coalesce(node.node_name, 'a node') as detail,
        version.changed_at as at
    from fact_scenario_input_change as version
    inner join dim_scenario as scenario
        on version.scenario_key = scenario.scenario_key
    inner join dim_node as node
        on version.node_key = node.node_key
    where
        version.node_data_id between :low_id::uuid and :high_id::uuid
        and scenario.scenario_key > 0
    union all
    select
        3 as rank,
        'run' as kind,
        log.run_id::text as id,
        'Run named in a log event' as label,
        'correlation id ' || log.correlation_id::text as detail,
        max(log.log_timestamp) as at
    from fact_cloudwatch_log as log
    where
        log.correlation_id between :low_id::uuid and :high_id::uuid
        and log.run_id is not null
    group by
        log.run_id,
        log.correlation_id
),

first_of_each as (
    select distinct on (hits.kind, hits.id)
        hits.rank,
        hits.kind,
        hits.id,
        hits.label,
        hits.detail,
        hits.at
    from hits
    order by
        hits.kind,
        hits.id,
        hits.rank,
        hits.detail
)

select * from first_of_each
where
    (:kind::text is null or first_of_each.kind = :kind::text)
    and (
        :after_id::text is null
        or (first_of_each.rank, first_of_each.kind, first_of_each.id) > (:after_rank::int, :after_kind::text, :after_id::text)
    )
order by
    first_of_each.rank,
    first_of_each.kind,
    first_of_each.id
limit :row_limit
