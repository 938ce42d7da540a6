-- Problems all of whose runs now belong to one other place, where no problem is yet: the problem goes there with them, and with
-- it what people did about it. Of several such problems the largest, then the oldest, goes. Repeating it is harmless.
with moves as (
    select
        known.problem_key,
        run_place.problem_kind,
        run_place.problem_class,
        run_place.problem_identity,
        run_place.problem_node,
        run_place.problem_model_key,
        run_place.problem_input,
        count(*) as run_count
    from run_place
    inner join fact_problem_run as known
        on known.scenario_key = run_place.scenario_key
        and known.run_id = run_place.run_id
    group by
        known.problem_key,
        run_place.problem_kind,
        run_place.problem_class,
        run_place.problem_identity,
        run_place.problem_node,
        run_place.problem_model_key,
        run_place.problem_input
),

whole_moves as (
    select distinct on (
        moves.problem_kind, moves.problem_class, moves.problem_identity, moves.problem_node, moves.problem_model_key,
        moves.problem_input
    )
        moves.problem_key,
        moves.problem_kind,
        moves.problem_class,
        moves.problem_identity,
        moves.problem_node,
        moves.problem_model_key,
        moves.problem_input
    from moves
    where moves.run_count = (
            select count(*)
            from fact_problem_run
            where fact_problem_run.problem_key = moves.problem_key
        )
        and not exists (
            select
            from dim_problem as there
            where there.problem_kind = moves.problem_kind
                and there.problem_class = moves.problem_class
                and there.root_fingerprint = moves.problem_identity
                and there.node_name = moves.problem_node
                and there.model_key = moves.problem_model_key
                and there.blamed_input = moves.problem_input
        )
    order by
        moves.problem_kind,
        moves.problem_class,
        moves.problem_identity,
        moves.problem_node,
        moves.problem_model_key,
        moves.problem_input,
        moves.run_count desc,
        moves.problem_key
)

update dim_problem
set
    problem_class = whole_moves.problem_class,
    root_fingerprint = whole_moves.problem_identity,
    node_name = whole_moves.problem_node,
    model_key = whole_moves.problem_model_key,
    blamed_input = whole_moves.problem_input,
    loaded_at = now()
from whole_moves
where dim_problem.problem_key = whole_moves.problem_key
    and dim_problem.problem_kind = whole_moves.problem_kind
