-- When models were published: when they came into being, when nodes or edges came later, and when their version changed
-- without such a trace: between the load before, which still saw the old one, and the latest run known now. The newest bears
-- the version the model has now.
insert into release_mark (release_name, service_name, environment, model_key, release_source, released_at, noticed_at)
with parts as (
    select
        dim_model.model_key,
        dim_model.created_at
    from dim_model
    union all
    select
        dim_node.model_key,
        dim_node.created_at
    from dim_node
    union all
    select
        dim_node.model_key,
        bridge_node_edge.created_at
    from bridge_node_edge
    inner join dim_node
        on dim_node.node_key = bridge_node_edge.target_node_key
),

-- A publication writes its rows at one go; the making of a model may take a day.
steps as (
    select
        parts.model_key,
        parts.created_at,
        lag(parts.created_at) over (partition by parts.model_key order by parts.created_at) as created_before_at,
        min(parts.created_at) over (partition by parts.model_key) as made_at
    from parts
    where parts.model_key > 0
        and parts.created_at is not null
),

publications as (
    select
        steps.model_key,
        steps.created_at as released_at
    from steps
    where steps.created_before_at is null
        or (steps.created_at > steps.created_before_at + interval '1 hour' and steps.created_at > steps.made_at + interval '1 day')
),

-- What is not known yet.
unknown_publications as (
    select
        publications.model_key,
        publications.released_at
    from publications
    where not exists (
        select
        from dim_release
        where dim_release.model_key = publications.model_key
            and dim_release.released_at = publications.released_at
    )
),

newest as (
    select
        dim_model.model_key,
        dim_model.model_version,
        (
            select max(unknown_publications.released_at)
            from unknown_publications
            where unknown_publications.model_key = dim_model.model_key
        ) as traced_at,
        (
            select dim_release.release_name
            from dim_release
            where dim_release.model_key = dim_model.model_key
            order by dim_release.released_at desc
            limit 1
        ) as known_version
    from dim_model
    where dim_model.model_key > 0
)

select
    case
        when unknown_publications.released_at = newest.traced_at and newest.model_version is not null
            then newest.model_version
        else to_char(unknown_publications.released_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI')
    end,
    '',
    '',
    unknown_publications.model_key,
    'model',
    unknown_publications.released_at,
    null
from unknown_publications
inner join newest
    on newest.model_key = unknown_publications.model_key
union all
select
    newest.model_version,
    '',
    '',
    newest.model_key,
    'model',
    coalesce(
        (
            select least(now(), etl_watermark.last_loaded_at)
            from etl_watermark
            where etl_watermark.table_name = 'stg_run'
        ),
        now()
    ),
    (select max(fact_scenario_run.run_started_at) from fact_scenario_run)
from newest
where newest.traced_at is null
    and newest.known_version <> newest.model_version
