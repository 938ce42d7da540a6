-- One row per problem that has changed after a number, in the order of the changes.
select
    dim_problem.problem_id,
    alert_change.change_no
from alert_change
inner join dim_problem
    on dim_problem.problem_key = alert_change.problem_key
where alert_change.change_no > :change_no
order by alert_change.change_no
limit :row_limit
