-- An error of which the pattern keeps no word is told by its code. Every run is placed anew.
comment on column fact_problem_run.root_fingerprint is 'Error pattern of the message of its first failing node; where that keeps no word, the code in the message (code:XR-4261); empty when nothing was said.';

insert into unplaced_run (run_id)
select fact_problem_run.run_id
from fact_problem_run
on conflict (run_id) do nothing;
