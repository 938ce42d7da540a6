-- What a problem is merged into, by the last merge that was not taken back; and the problems and runs this moves.
insert into stale_problem (problem_key)
select problem_target(touched.problem_key)
from (select ?::int as problem_key) as touched
on conflict (problem_key) do nothing;

update dim_problem
set
    merged_into_key = (
        select target.problem_key
        from fact_problem_action as acts
        inner join dim_problem as target
            on target.problem_id = acts.argument
        where acts.problem_key = dim_problem.problem_key
            and acts.action_type = 'merge'
            and not exists (
                select
                from fact_problem_action as undoing
                where undoing.undoes_action_id = acts.action_id
            )
        order by acts.problem_action_key desc
        limit 1
    ),
    loaded_at = now()
where dim_problem.problem_key = ?;

insert into stale_problem (problem_key)
select problem_target(touched.problem_key)
from (select ?::int as problem_key) as touched
on conflict (problem_key) do nothing;

with recursive merged (problem_key) as (
    select ?::int
    union
    select dim_problem.problem_key
    from merged
    inner join dim_problem
        on dim_problem.merged_into_key = merged.problem_key
)

update fact_scenario_run as runs
set
    problem_key = problem_target(known.problem_key),
    loaded_at = now()
from merged
inner join fact_problem_run as known
    on known.problem_key = merged.problem_key
where runs.scenario_key = known.scenario_key
    and runs.run_id = known.run_id
    and runs.problem_key is distinct from problem_target(known.problem_key)
