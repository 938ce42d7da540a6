-- Where each run belongs, as decided from its verdict and those around it; beside what its verdict says by itself.
create temporary table run_place (
    run_id uuid not null,
    scenario_key int not null,
    model_key int not null,
    problem_kind text not null,
    problem_class text not null,
    problem_identity text not null,
    problem_node text not null,
    problem_model_key int not null,
    problem_input text not null,
    verdict_class text not null,
    verdict_probability float8 not null,
    told_by text not null,
    blamed_input text not null,
    typed_at timestamptz,
    root_fingerprint text not null,
    node_name text not null,
    run_started_at timestamptz not null
) on commit drop
