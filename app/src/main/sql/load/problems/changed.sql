-- What alerts look at (again): the problems told, numbered in the order of the transactions that tell them, which take turns.
-- Repeating it is harmless.
insert into alert_change (problem_key, change_no)
select
    stale_problem.problem_key,
    (select coalesce(max(alert_change.change_no), 0) from alert_change)
        + row_number() over (order by stale_problem.problem_key)
from stale_problem
on conflict (problem_key) do update set
    change_no = excluded.change_no,
    loaded_at = now()
