-- Problems are told by what told of them, too: feeds by the line that names them, wrong versions of a model by model and node,
-- outages by the kind of their errors; and a verdict that is all but certain is not outvoted. Every run is placed anew.
alter table fact_problem_run
add column verdict_probability float8 not null default 0,
add column told_by text not null default '';
comment on column fact_problem_run.verdict_probability is 'How probable that class is by this run alone, 0 to 1.';
comment on column fact_problem_run.told_by is 'Error pattern of the log line that told of the cause; empty when none did.';
comment on column dim_problem.root_fingerprint is 'Error pattern of the message of the first failing node; of data from upstream that of the log line that told of it; of an outage whose runs say different things, when it began (outage:2026-11-20T09:12:00Z); empty when nothing was said, and for slowness.';
comment on column dim_problem.node_name is 'Name of the first failing node; empty where the estate shares the cause (an outage; upstream and fluke by their error) and for slowness.';
comment on column dim_problem.model_key is 'The model whose runs are slow, fail without a word, or fail by its version; -1 for other failures, which may strike several models.';

insert into unplaced_run (run_id)
select fact_problem_run.run_id
from fact_problem_run
on conflict (run_id) do nothing;
