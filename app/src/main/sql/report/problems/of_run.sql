-- The problem that struck a run, with what is counted of it; no row for a run without one.
select problem.problem_id
from fact_scenario_run as run
inner join dim_problem as problem
    on run.problem_key = problem.problem_key
where run.run_id = :run_id
