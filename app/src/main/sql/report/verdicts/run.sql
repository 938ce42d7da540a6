-- One row: the run, and the problem that struck it; no row for a run that is not known.
select
    run.run_id,
    problem.problem_id
from fact_scenario_run as run
left join dim_problem as problem
    on run.problem_key = problem.problem_key
where run.run_id = :run_id
