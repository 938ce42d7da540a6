-- How the stale problems stand. Repeating it is harmless: only what differs is written.
with standings as (
    select
        told_problem.problem_key,
        told_problem.owner_name,
        told_problem.resolved_by,
        told_problem.resolved_in_release,
        told_problem.ignored_until,
        count(episodes.episode_no)::int as episode_count,
        coalesce(bool_or(episodes.recovered_at is null), false) as is_open,
        min(episodes.started_at) as first_seen_at,
        max(episodes.last_failed_at) as last_seen_at,
        case when not bool_or(episodes.recovered_at is null) then max(episodes.recovered_at) end as recovered_at
    from told_problem
    left join fact_problem_episode as episodes
        on episodes.problem_key = told_problem.problem_key
    group by
        told_problem.problem_key,
        told_problem.owner_name,
        told_problem.resolved_by,
        told_problem.resolved_in_release,
        told_problem.ignored_until
)

update dim_problem as known
set
    owner_name = standings.owner_name,
    resolved_by = standings.resolved_by,
    resolved_in_release = standings.resolved_in_release,
    ignored_until = standings.ignored_until,
    episode_count = standings.episode_count,
    is_open = standings.is_open,
    first_seen_at = standings.first_seen_at,
    last_seen_at = standings.last_seen_at,
    recovered_at = standings.recovered_at,
    loaded_at = now()
from standings
where known.problem_key = standings.problem_key
    and (
        known.owner_name, known.resolved_by, known.resolved_in_release, known.ignored_until, known.episode_count,
        known.is_open, known.first_seen_at, known.last_seen_at, known.recovered_at
    ) is distinct from (
        standings.owner_name, standings.resolved_by, standings.resolved_in_release, standings.ignored_until,
        standings.episode_count, standings.is_open, standings.first_seen_at, standings.last_seen_at,
        standings.recovered_at
    )
