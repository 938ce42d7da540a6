-- One row per problem that is not known yet. Repeating it is harmless.
insert into dim_problem (problem_id, problem_kind, problem_class, root_fingerprint, node_name, model_key)
select distinct
    left(
        md5(
            concat_ws(
                '|', run_place.problem_kind, run_place.problem_class, run_place.root_fingerprint, run_place.problem_node,
                dim_model.model_id
            )
        ),
        12
    ),
    run_place.problem_kind,
    run_place.problem_class,
    run_place.root_fingerprint,
    run_place.problem_node,
    run_place.model_key
from run_place
inner join dim_model
    on dim_model.model_key = run_place.model_key
on conflict (problem_kind, problem_class, root_fingerprint, node_name, model_key) do nothing
