-- A problem that a person has acted on is to be told anew.
insert into stale_problem (problem_key)
select problem_target(?)
on conflict (problem_key) do nothing
