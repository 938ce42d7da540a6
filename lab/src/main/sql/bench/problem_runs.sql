-- One row per run that a problem struck: the problem, its class, the runs at both ends of the episode it belongs to, and the
-- release named for it.
select
    runs.run_id,
    dim_problem.problem_id,
    dim_problem.problem_class,
    dim_problem.root_fingerprint,
    dim_problem.node_name,
    episodes.episode_no,
    episodes.started_at,
    episodes.last_failed_at,
    episodes.recovered_at,
    dim_release.released_at
from fact_scenario_run as runs
inner join dim_problem
    on dim_problem.problem_key = runs.problem_key
inner join fact_problem_episode as episodes
    on episodes.problem_key = dim_problem.problem_key
    and runs.run_started_at between episodes.started_at and episodes.last_failed_at
left join dim_release
    on dim_release.release_key = episodes.release_key
where dim_problem.problem_kind = 'failure'
order by runs.run_id
