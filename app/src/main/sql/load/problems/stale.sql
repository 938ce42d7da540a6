-- The problems whose episodes are to be told anew, and their class.
select
    stale_problem.problem_key,
    dim_problem.problem_class
from stale_problem
inner join dim_problem
    on dim_problem.problem_key = stale_problem.problem_key
order by stale_problem.problem_key
