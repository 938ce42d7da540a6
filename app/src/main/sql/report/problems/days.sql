-- One row per UTC day of the window: the runs a problem struck, and the releases of that day.
select
    dim_date.full_date as date,
    (
        select count(*)
        from fact_scenario_run as run
        where
            run.problem_key = :problem_key
            and run.run_started_at >= dim_date.full_date::timestamp at time zone 'UTC'
            and run.run_started_at < (dim_date.full_date + 1)::timestamp at time zone 'UTC'
    ) as run_count,
    (
        select string_agg(distinct concat_ws(' ', nullif(release.service_name, ''), release.release_name), ', ')
        from dim_release as release
        where
            release.model_key = -1
            and release.released_at >= dim_date.full_date::timestamp at time zone 'UTC'
            and release.released_at < (dim_date.full_date + 1)::timestamp at time zone 'UTC'
    ) as releases
from dim_date
where
    dim_date.full_date >= (:from_time::timestamptz at time zone 'UTC')::date
    and dim_date.full_date <= (:until_time::timestamptz at time zone 'UTC')::date
order by dim_date.full_date
