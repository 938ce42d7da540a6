-- What the episodes of the stale problems are, and what that makes of the problems.
create temporary table told_episode (
    problem_key int not null,
    episode_no int not null,
    release_key int,
    recovery text,
    first_run_id uuid not null,
    last_run_id uuid not null,
    started_at timestamptz not null,
    last_failed_at timestamptz not null,
    recovered_at timestamptz
) on commit drop;

create temporary table told_problem (
    problem_key int not null,
    owner_name text,
    resolved_by text,
    resolved_in_release text,
    ignored_until timestamptz
) on commit drop
