-- One row per episode of a problem in which the viewer sees a run, the last one first.
select
    episode.episode_no,
    episode.recovery,
    release.release_name as release,
    release.service_name as release_service,
    release.released_at,
    struck.run_count,
    struck.scenario_count,
    struck.first_seen_at as started_at,
    struck.last_seen_at as last_failed_at,
    episode.recovered_at,
    extract(epoch from episode.recovered_at - struck.first_seen_at)::bigint as recovery_seconds
from fact_problem_episode as episode
left join dim_release as release
    on episode.release_key = release.release_key
inner join lateral (
    select
        count(*) as run_count,
        count(distinct run.scenario_key) as scenario_count,
        min(run.run_started_at) as first_seen_at,
        max(run.run_started_at) as last_seen_at
    from fact_scenario_run as run
    where
        run.problem_key = episode.problem_key
        and run.run_started_at between episode.started_at and episode.last_failed_at
) as struck
    on struck.run_count > 0
where episode.problem_key = :problem_key
order by episode.episode_no desc
limit :row_limit
