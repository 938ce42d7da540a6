-- The runs explained anew are to be placed.
insert into unplaced_run (run_id)
select distinct run_to_explain.run_id
from run_to_explain
on conflict (run_id) do nothing
