-- One row per person who started a run that a problem struck, most runs first.
select
    person.user_id,
    count(*) as run_count,
    count(distinct run.scenario_key) as scenario_count,
    max(run.run_started_at) as last_seen_at
from fact_scenario_run as run
inner join dim_user as person
    on run.run_by_user_key = person.user_key
where
    run.problem_key = :problem_key
    and person.user_id <> ''
group by person.user_id
order by
    count(*) desc,
    person.user_id
limit :row_limit
