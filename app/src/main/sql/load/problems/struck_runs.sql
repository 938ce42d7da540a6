-- One row per run a problem struck. Repeating it is harmless: only what differs is written, and a move is noted.
insert into fact_problem_run as known (
    run_id, scenario_key, problem_key, model_key, problem_kind, verdict_class, verdict_probability, told_by, blamed_input,
    typed_at, root_fingerprint, node_name, run_started_at
)
select
    run_place.run_id,
    run_place.scenario_key,
    dim_problem.problem_key,
    run_place.model_key,
    run_place.problem_kind,
    run_place.verdict_class,
    run_place.verdict_probability,
    run_place.told_by,
    run_place.blamed_input,
    run_place.typed_at,
    run_place.root_fingerprint,
    run_place.node_name,
    run_place.run_started_at
from run_place
inner join dim_problem
    on dim_problem.problem_kind = run_place.problem_kind
    and dim_problem.problem_class = run_place.problem_class
    and dim_problem.root_fingerprint = run_place.problem_identity
    and dim_problem.node_name = run_place.problem_node
    and dim_problem.model_key = run_place.problem_model_key
    and dim_problem.blamed_input = run_place.problem_input
on conflict (scenario_key, run_id) do update set
    problem_key = excluded.problem_key,
    model_key = excluded.model_key,
    problem_kind = excluded.problem_kind,
    verdict_class = excluded.verdict_class,
    verdict_probability = excluded.verdict_probability,
    told_by = excluded.told_by,
    blamed_input = excluded.blamed_input,
    typed_at = excluded.typed_at,
    root_fingerprint = excluded.root_fingerprint,
    node_name = excluded.node_name,
    run_started_at = excluded.run_started_at,
    moved_from_key = case
        when known.problem_key = excluded.problem_key then known.moved_from_key else known.problem_key
    end,
    moved_at = case when known.problem_key = excluded.problem_key then known.moved_at else now() end,
    loaded_at = now()
where (
    known.problem_key, known.model_key, known.problem_kind, known.verdict_class, known.verdict_probability,
    known.told_by, known.blamed_input, known.typed_at, known.root_fingerprint, known.node_name, known.run_started_at
) is distinct from (
    excluded.problem_key, excluded.model_key, excluded.problem_kind, excluded.verdict_class,
    excluded.verdict_probability, excluded.told_by, excluded.blamed_input, excluded.typed_at, excluded.root_fingerprint,
    excluded.node_name, excluded.run_started_at
)
