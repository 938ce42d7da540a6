-- Keeps what a person says of the verdict on a run.
insert into fact_problem_action (
    problem_key, action_id, action_type, acted_by, note, argument, run_id, cause_class, cause_node_id, cause_input, acted_at
)
select
    act.problem_key,
    left(md5(concat_ws('|', act.problem_key, act.acted_by, clock_timestamp(), gen_random_uuid())), 12),
    act.action_type,
    act.acted_by,
    act.note,
    act.argument,
    act.run_id,
    act.cause_class,
    act.cause_node_id,
    act.cause_input,
    clock_timestamp()
from (
    select
        ?::int as problem_key,
        ?::text as action_type,
        ?::text as acted_by,
        ?::text as note,
        ?::text as argument,
        ?::uuid as run_id,
        ?::text as cause_class,
        ?::uuid as cause_node_id,
        ?::text as cause_input
) as act
returning action_id
