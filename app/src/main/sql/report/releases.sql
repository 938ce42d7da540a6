-- One row per release and publication within the days asked for, the newest first, after the one the cursor names; and how many
-- problems came with it.
-- plan: anew
select
    release.release_name,
    nullif(release.service_name, '') as service,
    nullif(release.environment, '') as environment,
    model.model_id,
    case when model.model_key > 0 then model.model_name end as model_name,
    release.release_source as source,
    release.told_by,
    release.released_at,
    release.release_key,
    (
        select count(distinct episode.problem_key)
        from fact_problem_episode as episode
        where episode.release_key = release.release_key
    ) as problem_count
from dim_release as release
inner join dim_model as model
    on release.model_key = model.model_key
where
    release.released_at >= :from_time::timestamptz
    and (
        :q::text is null
        or strpos(
            lower(concat_ws(' ', release.service_name, release.release_name, model.model_name)), lower(:q::text)
        ) > 0
    )
    and (
        :after_time::timestamptz is null
        or (release.released_at, release.release_key) < (:after_time::timestamptz, :after_key::int)
    )
order by
    release.released_at desc,
    release.release_key desc
limit :row_limit
