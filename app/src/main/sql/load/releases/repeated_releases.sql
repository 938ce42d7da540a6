-- A mark that came late may show that a release was there before: the later row told nothing new.
delete from dim_release as repeated
using (
    select
        dim_release.release_key,
        dim_release.release_name,
        lag(dim_release.release_name) over (
            partition by dim_release.service_name, dim_release.environment, dim_release.model_key
            order by dim_release.released_at, dim_release.release_key
        ) as name_before
    from dim_release
    where dim_release.release_source = 'log'
) as rows_in_order
where repeated.release_key = rows_in_order.release_key
    and rows_in_order.name_before = rows_in_order.release_name
