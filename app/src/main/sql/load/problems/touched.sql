-- The problems that lose or win a run, and those of the runs placed: their episodes are told anew.
insert into stale_problem (problem_key)
select runs.problem_key
from unplaced_run
inner join fact_scenario_run as runs
    on runs.run_id = unplaced_run.run_id
where runs.problem_key is not null
union
select runs.problem_key
from run_place
inner join fact_scenario_run as runs
    on runs.scenario_key = run_place.scenario_key
    and runs.run_id = run_place.run_id
where runs.problem_key is not null
union
select problem_target(known.problem_key)
from run_place
inner join fact_problem_run as known
    on known.scenario_key = run_place.scenario_key
    and known.run_id = run_place.run_id
on conflict (problem_key) do nothing
