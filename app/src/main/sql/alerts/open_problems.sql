-- One row per problem that is open now: no news to a channel that begins.
select dim_problem.problem_id
from dim_problem
where dim_problem.is_open
order by dim_problem.problem_id
