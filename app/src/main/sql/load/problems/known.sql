-- The problem with this id; of a merged one itself, not the one that is left.
select dim_problem.problem_key
from dim_problem
where dim_problem.problem_id = ?
