-- One row per problem that is not known yet. Repeating it is harmless. An id taken by a problem that has since become another
-- one is not given again.
insert into dim_problem (
    problem_id, problem_kind, problem_class, root_fingerprint, node_name, model_key, blamed_input
)
with places as (
    select distinct
        run_place.problem_kind,
        run_place.problem_class,
        run_place.problem_identity,
        run_place.problem_node,
        run_place.problem_model_key,
        run_place.problem_input
    from run_place
),

identified as (
    select
        places.problem_kind,
        places.problem_class,
        places.problem_identity,
        places.problem_node,
        places.problem_model_key,
        places.problem_input,
        concat_ws(
            '|', places.problem_kind, places.problem_class, places.problem_identity, places.problem_node, dim_model.model_id,
            nullif(places.problem_input, '')
        ) as identity
    from places
    inner join dim_model
        on dim_model.model_key = places.problem_model_key
)

select
    case
        when exists (select from dim_problem as taken where taken.problem_id = left(md5(identified.identity), 12))
            then left(md5(identified.identity || '|' || now()), 12)
        else left(md5(identified.identity), 12)
    end,
    identified.problem_kind,
    identified.problem_class,
    identified.problem_identity,
    identified.problem_node,
    identified.problem_model_key,
    identified.problem_input
from identified
on conflict (problem_kind, problem_class, root_fingerprint, node_name, model_key, blamed_input) do nothing
