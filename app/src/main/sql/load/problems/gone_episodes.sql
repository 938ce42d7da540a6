-- Episodes that are no longer told: runs were moved, or rows came late.
delete from fact_problem_episode as known
using stale_problem
where known.problem_key = stale_problem.problem_key
    and not exists (
        select
        from told_episode
        where told_episode.problem_key = known.problem_key
            and told_episode.episode_no = known.episode_no
    )
