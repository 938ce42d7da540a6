-- Problems: one row per cause that makes runs fail or slow, its episodes, what people did about it, and the releases it may
-- have come with. No count is stored that tells of scenarios: reports count the runs that the viewer sees.

create table dim_problem (
    problem_key int generated always as identity primary key,
    problem_id text not null unique,
    merged_into_key int,
    problem_kind text not null,
    problem_class text not null,
    root_fingerprint text not null,
    node_name text not null,
    model_key int not null references dim_model,
    owner_name text,
    resolved_by text,
    resolved_in_release text,
    episode_count int not null default 0,
    is_open boolean not null default false,
    first_seen_at timestamptz,
    last_seen_at timestamptz,
    recovered_at timestamptz,
    ignored_until timestamptz,
    created_at timestamptz not null default now(),
    loaded_at timestamptz not null default now(),
    unique (problem_kind, problem_class, root_fingerprint, node_name, model_key)
);
comment on table dim_problem is 'One row per problem: a cause that makes runs fail or slow, told by the class of the verdict, the root error and the first failing node.';
comment on column dim_problem.problem_key is 'Surrogate key.';
comment on column dim_problem.problem_id is 'Stable public id, from what identifies the problem. Example: 5d41402abc4b.';
comment on column dim_problem.merged_into_key is 'The problem a person has merged this one into; null for one that stands for itself. Its runs carry the other''s key.';
comment on column dim_problem.problem_kind is 'failure or slowness.';
comment on column dim_problem.problem_class is 'Class of the verdicts: input, model, platform, upstream, fluke or unknown.';
comment on column dim_problem.root_fingerprint is 'Error pattern of the message of the first failing node; empty when nothing was said, and for slowness.';
comment on column dim_problem.node_name is 'Name of the first failing node; empty where the estate shares the cause (platform, upstream, fluke) and for slowness.';
comment on column dim_problem.model_key is 'The model whose runs are slow; -1 for a failure, which may strike several models.';
comment on column dim_problem.owner_name is 'Who looks after it, as a person has said; null for nobody.';
comment on column dim_problem.resolved_by is 'Who resolved its last episode by hand; null when nobody did.';
comment on column dim_problem.resolved_in_release is 'The release that person named; null without one.';
comment on column dim_problem.episode_count is 'Episodes so far; more than one: it has come back.';
comment on column dim_problem.is_open is 'Whether its last episode has not ended.';
comment on column dim_problem.first_seen_at is 'Start of the first run it struck.';
comment on column dim_problem.last_seen_at is 'Start of the last run it struck.';
comment on column dim_problem.recovered_at is 'End of its last episode; null while that is open.';
comment on column dim_problem.ignored_until is 'People ignore it until then; infinity for good or until more runs fail; null when it is not ignored.';
comment on column dim_problem.created_at is 'When a load first told it.';
comment on column dim_problem.loaded_at is 'When this row was last written.';

create table fact_problem_episode (
    problem_key int not null references dim_problem,
    episode_no int not null,
    release_key int,
    recovery text,
    first_run_id uuid not null,
    last_run_id uuid not null,
    started_at timestamptz not null,
    last_failed_at timestamptz not null,
    recovered_at timestamptz,
    loaded_at timestamptz not null default now(),
    primary key (problem_key, episode_no)
);
comment on table fact_problem_episode is 'One row per episode of a problem: from the first run it struck to when it had stopped. Coming back opens the next one.';
comment on column fact_problem_episode.problem_key is 'The problem.';
comment on column fact_problem_episode.episode_no is '1 for the first.';
comment on column fact_problem_episode.release_key is 'The release it came with, where the evidence says so; null otherwise. See dim_release.';
comment on column fact_problem_episode.recovery is 'same_inputs (runs pass with inputs that it had struck), every_scenario (each scenario it struck has succeeded since) or person; null while it lasts.';
comment on column fact_problem_episode.first_run_id is 'The first run it struck.';
comment on column fact_problem_episode.last_run_id is 'The last run it struck.';
comment on column fact_problem_episode.started_at is 'Start of the first run it struck.';
comment on column fact_problem_episode.last_failed_at is 'Start of the last run it struck.';
comment on column fact_problem_episode.recovered_at is 'End of the first run that shows that it has stopped, or when a person said so; null while it lasts.';
comment on column fact_problem_episode.loaded_at is 'When this row was last written.';

create table fact_problem_action (
    problem_action_key bigint generated always as identity primary key,
    problem_key int not null references dim_problem,
    action_id text not null unique,
    action_type text not null,
    acted_by text not null,
    note text,
    argument text,
    run_limit int,
    undoes_action_id text,
    until_at timestamptz,
    acted_at timestamptz not null,
    loaded_at timestamptz not null default now()
);
create index fact_problem_action_problem on fact_problem_action (problem_key, acted_at);
comment on table fact_problem_action is 'One row per act of a person on a problem. None is ever changed or removed: an act is taken back by another.';
comment on index fact_problem_action_problem is 'For the activity of a problem.';
comment on column fact_problem_action.problem_action_key is 'Surrogate key; grows with time.';
comment on column fact_problem_action.problem_key is 'The problem acted on.';
comment on column fact_problem_action.action_id is 'Public id. Example: 4f2a91c05d11.';
comment on column fact_problem_action.action_type is 'resolve, reopen, ignore, assign, note, merge, verdict_right, verdict_wrong or undo.';
comment on column fact_problem_action.acted_by is 'Who acted. Example: user:jdoe.';
comment on column fact_problem_action.note is 'What that person wrote; null for nothing.';
comment on column fact_problem_action.argument is 'For resolve the release, for assign the owner (null for nobody), for merge the id of the problem merged into, for verdict_right and verdict_wrong the suspect that it was.';
comment on column fact_problem_action.run_limit is 'For ignore: until so many more runs are struck; null otherwise.';
comment on column fact_problem_action.undoes_action_id is 'For undo: the act taken back.';
comment on column fact_problem_action.until_at is 'For ignore: until then; null otherwise.';
comment on column fact_problem_action.acted_at is 'When.';
comment on column fact_problem_action.loaded_at is 'When this row was last written.';

create table dim_release (
    release_key int generated always as identity primary key,
    release_name text not null,
    service_name text not null,
    environment text not null,
    model_key int not null references dim_model,
    release_source text not null,
    told_by text,
    released_at timestamptz not null,
    loaded_at timestamptz not null default now(),
    unique (release_name, service_name, environment, model_key, released_at)
);
create index dim_release_time on dim_release (released_at);
comment on table dim_release is 'One row per release of the platform and publication of a model.';
comment on index dim_release_time is 'For the releases before a problem, and the marks of charts.';
comment on column dim_release.release_key is 'Surrogate key.';
comment on column dim_release.release_name is 'Its name or version. Example: 2026.47.0.';
comment on column dim_release.service_name is 'What was released. Example: forecast-engine. Empty when unknown, and for a model.';
comment on column dim_release.environment is 'Where. Example: prod. Empty when unknown.';
comment on column dim_release.model_key is 'The model published; -1 for a release of the platform.';
comment on column dim_release.release_source is 'Who told of it: log, api, command or model.';
comment on column dim_release.told_by is 'For log the rule that found it, for api and command who told; null for a model.';
comment on column dim_release.released_at is 'When it was there.';
comment on column dim_release.loaded_at is 'When this row was last written.';

create table fact_problem_run (
    run_id uuid not null,
    scenario_key int not null references dim_scenario,
    problem_key int not null references dim_problem,
    model_key int not null references dim_model,
    moved_from_key int,
    problem_kind text not null,
    verdict_class text not null,
    root_fingerprint text not null,
    node_name text not null,
    run_started_at timestamptz not null,
    moved_at timestamptz,
    loaded_at timestamptz not null default now(),
    primary key (scenario_key, run_id)
);
create index fact_problem_run_problem on fact_problem_run (problem_key);
create index fact_problem_run_root on fact_problem_run (root_fingerprint, run_started_at);
comment on table fact_problem_run is 'One row per run that a problem struck: what its verdict says by itself, and the problem it was moved from, if any.';
comment on index fact_problem_run_problem is 'For who may see a problem, and for taking a merge back.';
comment on index fact_problem_run_root is 'For the runs that failed of the same error around the same time.';
comment on column fact_problem_run.run_id is 'The run.';
comment on column fact_problem_run.scenario_key is 'Its scenario.';
comment on column fact_problem_run.problem_key is 'The problem by its cause, whatever people have merged.';
comment on column fact_problem_run.model_key is 'Its model for slowness; -1 for a failure.';
comment on column fact_problem_run.moved_from_key is 'The problem it belonged to before another diagnosis moved it; null when it never moved.';
comment on column fact_problem_run.problem_kind is 'failure or slowness.';
comment on column fact_problem_run.verdict_class is 'What the verdict of this run alone says. The runs around it may have outvoted it.';
comment on column fact_problem_run.root_fingerprint is 'Error pattern of the message of its first failing node; empty when nothing was said.';
comment on column fact_problem_run.node_name is 'Its first failing node; empty when none is known, and for slowness.';
comment on column fact_problem_run.run_started_at is 'When it started.';
comment on column fact_problem_run.moved_at is 'When it was moved last; null when it never was.';
comment on column fact_problem_run.loaded_at is 'When this row was last written.';

alter table fact_scenario_run add column problem_key int references dim_problem;
create index fact_scenario_run_problem on fact_scenario_run (problem_key, run_started_at) where problem_key is not null;
comment on index fact_scenario_run_problem is 'For the runs of a problem, and its counts.';
comment on column fact_scenario_run.problem_key is 'The problem that struck this run; null for none. Of merged problems the one that is left.';

-- Work still to be done, emptied by the load of problems.
create table unplaced_run (
    run_id uuid primary key,
    loaded_at timestamptz not null default now()
);
comment on table unplaced_run is 'One row per run whose problem is to be found (again).';
comment on column unplaced_run.run_id is 'The run. Its row goes when its problem is known.';
comment on column unplaced_run.loaded_at is 'When its verdict was stored or its error got another pattern.';
create table stale_problem (
    problem_key int primary key,
    loaded_at timestamptz not null default now()
);
comment on table stale_problem is 'One row per problem whose episodes are to be told anew.';
comment on column stale_problem.problem_key is 'The problem. Its row goes when its episodes are stored.';
comment on column stale_problem.loaded_at is 'When something about its runs changed.';

insert into unplaced_run (run_id)
select distinct verdicts.run_id
from fact_run_diagnostic as verdicts
where verdicts.diagnostic_type = 'root_cause'
on conflict (run_id) do nothing;

create function problem_target(problem int) returns int
language sql stable parallel safe
begin atomic
    with recursive chain (problem_key, merged_into_key) as (
        select
            dim_problem.problem_key,
            dim_problem.merged_into_key
        from dim_problem
        where dim_problem.problem_key = problem
        union
        select
            dim_problem.problem_key,
            dim_problem.merged_into_key
        from chain
        inner join dim_problem
            on dim_problem.problem_key = chain.merged_into_key
    )

    select chain.problem_key
    from chain
    where chain.merged_into_key is null;
end;
comment on function problem_target is 'The problem that is left of this one after merges: itself, when it was not merged.';

-- What state a problem is in at a time: decided here, for every reader.
create function problem_state(
    is_open boolean, episode_count int, first_seen_at timestamptz, ignored_until timestamptz, at_time timestamptz
) returns text
language sql immutable parallel safe
return case
    when ignored_until > at_time then 'ignored'
    when not is_open then 'resolved'
    when episode_count > 1 then 'regressed'
    when first_seen_at > at_time - interval '7 days' then 'new'
    else 'ongoing'
end;
comment on function problem_state is 'new (in its first week), ongoing, resolved, regressed (it has come back) or ignored.';

-- A problem is seen by those who see a run it struck. What people wrote may name what is not theirs: others see that they
-- acted, and their own words.
create policy seen on dim_problem using (
    (select sees_all())
    or exists (
        select
        from fact_problem_run as struck
        where struck.problem_key = dim_problem.problem_key
    )
    or exists (
        select
        from fact_scenario_run as struck
        where struck.problem_key = dim_problem.problem_key
    )
);
create policy seen on fact_problem_run using (
    (select sees_all()) or scenario_key in (select dim_scenario.scenario_key from dim_scenario)
);
create policy seen on fact_problem_episode using (
    (select sees_all()) or problem_key in (select dim_problem.problem_key from dim_problem)
);
create policy seen on fact_problem_action using (
    (select sees_all())
    or acted_by = 'user:' || (viewer() ->> 'user')
    or note is null
    and action_type not in ('merge', 'verdict_right', 'verdict_wrong')
    and problem_key in (select dim_problem.problem_key from dim_problem)
);
create policy seen on dim_release using (
    (select sees_all())
    or viewer() is not null
    and model_key in (select dim_model.model_key from dim_model)
);

do $$
declare
    seen text;
begin
    foreach seen in array array[
        'dim_problem', 'fact_problem_run', 'fact_problem_episode', 'fact_problem_action', 'dim_release'
    ] loop
        execute format('alter table %I enable row level security', seen);
        execute format('alter table %I force row level security', seen);
    end loop;
end;
$$;
