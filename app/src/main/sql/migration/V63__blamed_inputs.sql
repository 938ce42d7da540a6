-- A typed value is one problem for each input that is to blame, and where nothing is said for each time it was typed; a wrong
-- version of a model is told from the next one. Every run is placed anew.
alter table fact_problem_run
add column blamed_input text not null default '',
add column typed_at timestamptz;
comment on column fact_problem_run.blamed_input is 'The input its verdict blames, by path and node, places in lists left out. Example: drugs[].share of Treatment Share. Empty when it blames none.';
comment on column fact_problem_run.typed_at is 'When that input was changed; null when it blames none, or that is not known.';

alter table dim_problem
add column blamed_input text not null default '';
comment on column dim_problem.blamed_input is 'The input that is to blame, by path and node, places in lists left out. Example: drugs[].share of Treatment Share. Empty for other classes than input, and for slowness.';
comment on column dim_problem.root_fingerprint is 'Error pattern of the message of the first failing node; of data from upstream that of the log line that told of it. Where nothing tells apart what is said, when it began: of an outage (outage:2026-11-20T09:12:00Z), of an input (typed:), of a version of a model (version:). Empty when nothing was said, and for slowness.';
comment on column dim_problem.node_name is 'Name of the first failing node; empty where the estate shares the cause (an outage) and for slowness.';

alter table dim_problem
drop constraint dim_problem_problem_kind_problem_class_root_fingerprint_nod_key,
add constraint dim_problem_identity unique (
    problem_kind, problem_class, root_fingerprint, node_name, model_key, blamed_input
);

insert into unplaced_run (run_id)
select fact_problem_run.run_id
from fact_problem_run
on conflict (run_id) do nothing;
