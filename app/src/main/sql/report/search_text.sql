-- One row per thing that a text may mean. All its words must be in the name or in what surrounds it, in any order: names that
-- begin with the text come first, then names that hold it, names with all words, and others; of equals a problem first, as one
-- stands for all that is said of it, and texts of the log and runs last, as they are many.
-- plan: anew
with named as (
    select
        'scenario' as kind,
        scenario.scenario_id::text as id,
        scenario.scenario_name as label,
        scenario.current_status as detail,
        concat_ws(' ', model.model_name, model.therapeutic_area, model.disease_area) as surroundings,
        scenario.created_at as at
    from dim_scenario as scenario
    left join dim_model as model
        on
            scenario.model_key = model.model_key
            and model.model_key > 0
    where scenario.scenario_key > 0
    union all
    select
        'user' as kind,
        person.user_id as id,
        coalesce(person.display_name, person.user_id) as label,
        null as detail,
        person.user_id as surroundings,
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
        model.model_name as surroundings,
        node.created_at as at
    from dim_node as node
    left join dim_model as model
        on
            node.model_key = model.model_key
            and model.model_key > 0
    where node.node_key > 0
    union all
    select
        'model' as kind,
        model.model_id::text as id,
        model.model_name as label,
        model.therapeutic_area as detail,
        concat_ws(' ', model.therapeutic_area, model.disease_area) as surroundings,
        model.created_at as at
    from dim_model as model
    where model.model_key > 0
    union all
    select distinct
        'area' as kind,
        model.therapeutic_area as id,
        model.therapeutic_area as label,
        'therapeutic area' as detail,
        '' as surroundings,
        null::timestamptz as at
    from dim_model as model
    where
        model.model_key > 0
        and model.therapeutic_area <> ''
    union all
    select
        'error_pattern' as kind,
        pattern.fingerprint as id,
        pattern.pattern as label,
        pattern.error_category as detail,
        pattern.fingerprint as surroundings,
        pattern.last_seen_at as at
    from dim_error_pattern as pattern
    union all
    select
        'problem' as kind,
        problem.problem_id as id,
        concat_ws(': ', nullif(problem.node_name, ''), coalesce(pattern.pattern, problem.problem_class)) as label,
        problem.problem_class as detail,
        concat_ws(' ', problem.problem_id, problem.owner_name) as surroundings,
        problem.last_seen_at as at
    from dim_problem as problem
    left join dim_error_pattern as pattern
        on problem.root_fingerprint = pattern.fingerprint
    where
        problem.merged_into_key is null
        and problem.last_seen_at is not null
    union all
    select
        'release' as kind,
        release.release_name as id,
        release.release_name as label,
        max(nullif(concat_ws(' ', model.model_name, release.service_name), '')) as detail,
        string_agg(concat_ws(' ', model.model_name, release.service_name, release.environment), ' ') as surroundings,
        max(release.released_at) as at
    from dim_release as release
    left join dim_model as model
        on
            release.model_key = model.model_key
            and model.model_key > 0
    group by release.release_name
),

-- The newest document of each node tells its keys.
documents as (
    select
        node.node_id,
        node.node_name,
        newest.input_data,
        newest.changed_at
    from dim_node as node
    cross join lateral (
        select
            version.input_data,
            version.changed_at
        from fact_scenario_input_change as version
        where version.node_key = node.node_key
        order by version.changed_at desc
        limit 1
    ) as newest
    where
        node.node_key > 0
        and strpos(lower(newest.input_data::text), (:words::text[])[1]) > 0
),

input_keys as (
    select distinct
        'input' as kind,
        documents.node_id::text as id,
        document.key as label,
        'input of ' || documents.node_name as detail,
        documents.node_name as surroundings,
        documents.changed_at as at
    from documents
    cross join lateral (
        select found.pair ->> 'key' as key
        from jsonb_path_query(documents.input_data, '$.** ? (@.type() == "object").keyvalue()') as found (pair)
    ) as document
    where strpos(lower(document.key), (:words::text[])[1]) > 0
),

candidates as (
    select * from named
    union all
    select distinct on (input_keys.id) input_keys.*
    from input_keys
),

names_that_match as (
    select
        case
            when strpos(lower(candidates.label), lower(:q::text)) = 1 or lower(candidates.id) = lower(:q::text) then 1
            when strpos(lower(candidates.label), lower(:q::text)) > 0 then 2
            when
                not exists (
                    select
                    from unnest(:words::text[]) as word (text)
                    where strpos(lower(candidates.label), word.text) = 0
                )
                then 3
            else 4
        end as rank,
        candidates.kind,
        candidates.id,
        candidates.label,
        candidates.detail,
        candidates.at
    from candidates
    where
        not exists (
            select
            from unnest(:words::text[]) as word (text)
            where strpos(lower(concat_ws(' ', candidates.label, candidates.surroundings)), word.text) = 0
        )
),

runs_that_match as (
    select
        5 as rank,
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

select hits.*
from hits
cross join lateral (
    values (array['problem', 'scenario', 'user', 'model', 'area', 'release', 'node', 'input', 'error_pattern', 'run'])
) as likely (kinds)
where
    (:kind::text is null or hits.kind = :kind::text)
    and (
        :after_id::text is null
        or (hits.rank, array_position(likely.kinds, hits.kind), hits.id)
        > (:after_rank::int, array_position(likely.kinds, :after_kind::text), :after_id::text)
    )
order by
    hits.rank,
    array_position(likely.kinds, hits.kind),
    hits.id
limit :row_limit
