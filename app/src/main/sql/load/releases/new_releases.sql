-- One row per release that is not known yet. Repeating it is harmless. Every instance that starts tells its version again: what
-- is there already is no release. Of what a pipeline and a log both tell, the first told counts. A name longer than 200
-- characters is cut: an index holds it.
insert into dim_release (
    release_name, service_name, environment, model_key, release_source, told_by, released_at, noticed_at
)
with marks as (
    select
        left(release_mark.release_name, 200) as release_name,
        left(release_mark.service_name, 200) as service_name,
        left(release_mark.environment, 200) as environment,
        release_mark.model_key,
        release_mark.release_source,
        left(release_mark.told_by, 200) as told_by,
        release_mark.released_at,
        release_mark.noticed_at,
        lag(left(release_mark.release_name, 200)) over (
            partition by release_mark.service_name, release_mark.environment, release_mark.model_key
            order by release_mark.released_at, release_mark.release_name
        ) as name_before
    from release_mark
)

select
    marks.release_name,
    marks.service_name,
    marks.environment,
    marks.model_key,
    marks.release_source,
    marks.told_by,
    marks.released_at,
    marks.noticed_at
from marks
where marks.name_before is distinct from marks.release_name
    and not exists (
        select
        from dim_release as known
        where known.model_key = marks.model_key
            and known.release_name = marks.release_name
            and (known.service_name = marks.service_name or '' in (known.service_name, marks.service_name))
            and (known.environment = marks.environment or '' in (known.environment, marks.environment))
            and known.released_at between marks.released_at - interval '6 hours' and marks.released_at + interval '6 hours'
            and known.released_at <= marks.released_at
    )
    and marks.release_name is distinct from (
        select known.release_name
        from dim_release as known
        where known.model_key = marks.model_key
            and known.service_name = marks.service_name
            and known.environment = marks.environment
            and known.released_at <= marks.released_at
        order by known.released_at desc
        limit 1
    )
on conflict (release_name, service_name, environment, model_key, released_at) do nothing
