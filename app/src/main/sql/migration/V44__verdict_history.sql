-- What was said of a run, each time it was said otherwise. The verdict of now stands in fact_run_diagnostic.
create table verdict_rules (
    rules_version text primary key,
    first_used_at timestamptz not null default now()
);
comment on table verdict_rules is 'One row per version of the rules that verdicts were made with. A new one has the runs of the last 30 days explained anew.';
comment on column verdict_rules.rules_version is 'The program''s version and a hash of the weights. Example: 1.0.0+3fa94c1d.';
comment on column verdict_rules.first_used_at is 'When a load first explained runs with them.';

create table fact_run_verdict (
    scenario_key int not null references dim_scenario,
    run_id uuid not null,
    verdict_no int not null,
    verdict_class text not null,
    cause text,
    first_suspect text,
    probability double precision not null,
    headline text not null,
    rules_version text not null,
    evidence_hash text not null,
    etl_run_id bigint not null,
    changed_by text[] not null,
    said_at timestamptz not null,
    loaded_at timestamptz not null default now(),
    primary key (scenario_key, run_id, verdict_no)
);
comment on table fact_run_verdict is 'One row per verdict on a run that said something else than the one before: another class, another cause or first suspect, or a probability that differs by a tenth or more.';
comment on column fact_run_verdict.scenario_key is 'The scenario of the run.';
comment on column fact_run_verdict.run_id is 'The run.';
comment on column fact_run_verdict.verdict_no is '1 for the first verdict on the run.';
comment on column fact_run_verdict.verdict_class is 'input, model, platform, upstream, fluke or unknown.';
comment on column fact_run_verdict.cause is 'What was named as the cause, two joined by " and "; null when nothing was.';
comment on column fact_run_verdict.first_suspect is 'The suspect that was ranked first; null without one.';
comment on column fact_run_verdict.probability is 'Probability of the class, 0 to 1.';
comment on column fact_run_verdict.headline is 'The verdict as a sentence.';
comment on column fact_run_verdict.rules_version is 'The rules it was made with. See verdict_rules.';
comment on column fact_run_verdict.evidence_hash is 'SHA-256 of the evidence, in hexadecimal.';
comment on column fact_run_verdict.etl_run_id is 'The version of the warehouse that first told it.';
comment on column fact_run_verdict.changed_by is 'What had changed since the verdict before: rules, logs, later_run, late_rows, feedback; other_runs when none of these. Empty for the first.';
comment on column fact_run_verdict.said_at is 'When it was made.';
comment on column fact_run_verdict.loaded_at is 'When this row was written.';

create policy seen on fact_run_verdict using (
    (select sees_all()) or scenario_key in (select dim_scenario.scenario_key from dim_scenario)
);
alter table fact_run_verdict enable row level security;
alter table fact_run_verdict force row level security;

-- A person's judgement of a verdict is an act on the run's problem that names the run and, where it is known, the cause.
alter table fact_problem_action
    add column run_id uuid,
    add column cause_class text,
    add column cause_node_id uuid,
    add column cause_input text;
create index fact_problem_action_run on fact_problem_action (run_id) where run_id is not null;
comment on index fact_problem_action_run is 'For what people said of the verdict on a run.';
create index fact_problem_action_cause on fact_problem_action (cause_class, problem_key) where cause_class is not null;
comment on index fact_problem_action_cause is 'For the causes that people confirmed of an error.';
comment on column fact_problem_action.run_id is 'For verdict_right and verdict_wrong: the run whose verdict is judged; null when it is the problem''s.';
comment on column fact_problem_action.cause_class is 'For verdict_right and verdict_wrong: the class of the cause by that person; null when it was not one of the suspects.';
comment on column fact_problem_action.cause_node_id is 'The node of that cause; null where it is no input.';
comment on column fact_problem_action.cause_input is 'The input of that cause, array identities removed; null where it is none.';

-- Who sees a run sees what was said of its verdict.
alter policy seen on fact_problem_action using (
    (select sees_all())
    or acted_by = 'user:' || (viewer() ->> 'user')
    or run_id is not null
    and exists (
        select
        from fact_scenario_run as judged
        where judged.run_id = fact_problem_action.run_id
    )
    or note is null
    and action_type not in ('merge', 'verdict_right', 'verdict_wrong')
    and problem_key in (select dim_problem.problem_key from dim_problem)
);
