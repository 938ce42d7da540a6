-- The problems that a new release may have brought or mended are told anew.
insert into stale_problem (problem_key)
select episodes.problem_key
from dim_release
inner join fact_problem_episode as episodes
    on episodes.started_at between dim_release.released_at and dim_release.released_at + interval '72 hours'
    or episodes.recovered_at between dim_release.released_at and dim_release.released_at + interval '72 hours'
where dim_release.loaded_at = now()
union
select acts.problem_key
from dim_release
inner join fact_problem_action as acts
    on acts.action_type = 'resolve'
    and acts.argument = dim_release.release_name
where dim_release.loaded_at = now()
on conflict (problem_key) do nothing
