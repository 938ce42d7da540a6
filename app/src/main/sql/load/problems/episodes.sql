-- One row per episode. Repeating it is harmless: only what differs is written.
insert into fact_problem_episode as known (
    problem_key, episode_no, release_key, recovery, first_run_id, last_run_id, started_at, last_failed_at, recovered_at
)
select
    told_episode.problem_key,
    told_episode.episode_no,
    told_episode.release_key,
    told_episode.recovery,
    told_episode.first_run_id,
    told_episode.last_run_id,
    told_episode.started_at,
    told_episode.last_failed_at,
    told_episode.recovered_at
from told_episode
on conflict (problem_key, episode_no) do update set
    release_key = excluded.release_key,
    recovery = excluded.recovery,
    first_run_id = excluded.first_run_id,
    last_run_id = excluded.last_run_id,
    started_at = excluded.started_at,
    last_failed_at = excluded.last_failed_at,
    recovered_at = excluded.recovered_at,
    loaded_at = now()
where (
    known.release_key, known.recovery, known.first_run_id, known.last_run_id, known.started_at, known.last_failed_at,
    known.recovered_at
) is distinct from (
    excluded.release_key, excluded.recovery, excluded.first_run_id, excluded.last_run_id, excluded.started_at,
    excluded.last_failed_at, excluded.recovered_at
)
