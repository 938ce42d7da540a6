-- Keeps an act. Its id follows from a number that only grows.
insert into fact_problem_action (
    problem_key, action_id, action_type, acted_by, note, argument, run_limit, undoes_action_id, until_at, acted_at
)
select
    act.problem_key,
    left(md5(concat_ws('|', act.problem_key, act.acted_by, clock_timestamp(), gen_random_uuid())), 12),
    act.action_type,
    act.acted_by,
    act.note,
    act.argument,
    act.run_limit,
    act.undoes_action_id,
    act.until_at,
    clock_timestamp()
from (
    select
        ?::int as problem_key,
        ?::text as action_type,
        ?::text as acted_by,
        ?::text as note,
        ?::text as argument,
        ?::int as run_limit,
        ?::text as undoes_action_id,
        ?::timestamptz as until_at
) as act
returning action_id
