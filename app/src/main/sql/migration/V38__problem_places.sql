-- Problems are told by more than the run's own error: runs of one outage belong together whatever each engine says, and runs
-- whose engine says nothing are told apart by their model. Every run is placed anew.
comment on column dim_problem.problem_class is 'Class that most verdicts of its runs name: input, model, platform, upstream, fluke or unknown. Another diagnosis may change it; the problem stays.';
comment on column dim_problem.root_fingerprint is 'Error pattern of the message of the first failing node; of an outage whose runs say different things, when it began (outage:2026-11-20T09:12:00Z); empty when nothing was said, and for slowness.';
comment on column dim_problem.node_name is 'Name of the first failing node; empty where the estate shares the cause (an outage; upstream and fluke with an error) and for slowness.';
comment on column dim_problem.model_key is 'The model whose runs are slow, or fail without a word; -1 for other failures, which may strike several models.';
comment on column fact_problem_run.model_key is 'Its model.';
comment on column fact_problem_action.acted_by is 'Who acted. Example: user:jdoe. diagnosis: the runs were explained anew and moved to another problem.';

update fact_problem_run
set model_key = runs.model_key
from fact_scenario_run as runs
where runs.scenario_key = fact_problem_run.scenario_key
    and runs.run_id = fact_problem_run.run_id;

create index fact_problem_run_time on fact_problem_run (run_started_at);
comment on index fact_problem_run_time is 'For the runs that failed around the same time, of whatever error.';

insert into unplaced_run (run_id)
select fact_problem_run.run_id
from fact_problem_run
on conflict (run_id) do nothing;
