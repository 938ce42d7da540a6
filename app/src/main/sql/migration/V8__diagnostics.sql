-- The runs whose cause has to be looked for, again or for the first time.

create table unexplained_run (
    run_id uuid primary key,
    loaded_at timestamptz not null default now()
);
comment on table unexplained_run is 'One row per run that failed or got slow and whose stored cause is missing, or was found before its evidence changed.';
comment on column unexplained_run.run_id is 'The run. Its row goes when its cause is stored in fact_run_diagnostic.';
comment on column unexplained_run.loaded_at is 'When the load that changed its evidence began.';

-- A pattern that has been there for years is asked about by its last month.
create index fact_scenario_run_pattern_time on fact_scenario_run (error_pattern_key, run_started_at)
    where error_pattern_key is not null;
comment on index fact_scenario_run_pattern_time is 'For the runs of an error pattern in a time, and for explanations.';
drop index fact_scenario_run_pattern;

insert into unexplained_run (run_id)
select distinct runs.run_id
from fact_scenario_run as runs
where runs.run_outcome in ('failed', 'timeout')
