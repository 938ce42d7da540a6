-- One row per thing whose name or error text holds a text: names that begin with it before those that merely hold it.
with named as (
    select
        'scenario' as kind,
        scenario.scenario_id::text as id,
        scenario.scenario_name as label,
        scenario.current_status as detail,
        scenario.created_at as at
    from dim_scenario as scenario
    where scenario.scenario_key > 0
    union all
    select
        'user' as kind,
        person.user_id as id,
        coalesce(person.display_name, person.user_id) as label,
        null as detail,
        person.last_seen_at as at
    from dim_user as person
    where
        person.user_key > 0
        and (
            (select sees_all())
            or person.user_key = (select viewer_key())
            or exists (
                select
                from fact_user_action as action
                where action.user_key = person.user_key
            )
        )
    union all
    select
        'node' as kind,
        node.node_id::text as id,
        node.node_name as label,
        node.tab_path as detail,
        node.created_at as at
    from dim_node as node
    where node.node_key > 0
    union all
    select
        'model' as kind,
        model.model_id::text as id,
        model.model_name as label,
        model.therapeutic_area as detail,
        model.created_at as at
    from dim_model as model
    where model.model_key > 0
    union all
    select
        'error_pattern' as kind,
        pattern.fingerprint as id,
        pattern.pattern as label,
        pattern.error_category as detail,
        pattern.last_seen_at as at
    from dim_error_pattern as pattern
),

names_that_match as (
    select
        case when strpos(lower(named.label), lower(:q::text)) = 1 then 1 else 2 end as rank,
        named.kind,
        named.id,
        named.label,
        named.detail,
        named.at
    from named
    where
        strpos(lower(named.label), lower(:q::text)) > 0
        or (named.kind in ('user', 'error_pattern') and strpos(lower(named.id), lower(:q::text)) > 0)
),

runs_that_match as (
    select
        3 as rank,
        'run' as kind,
        run.run_id::text as id,
        'Run of ' || coalesce(scenario.scenario_name, 'an unknown scenario') as label,
        run.fail_reason as detail,
        run.run_started_at as at
    from fact_scenario_run as run
    inner join dim_scenario as scenario
        on run.scenario_key = scenario.scenario_key
    where
        run.run_outcome in ('failed', 'timeout')
        and strpos(lower(run.fail_reason), lower(:q::text)) > 0
),

hits as (
    select * from names_that_match
    union all
    select * from runs_that_match
)

select * from hits
where
    :after_id::text is null
    or (hits.rank, hits.kind, hits.id) > (:after_rank::int, :after_kind::text, :after_id::text)
order by
    hits.rank,
    hits.kind,
    hits.id
limit :row_limit
