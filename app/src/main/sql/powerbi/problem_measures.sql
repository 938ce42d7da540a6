-- The SQL twins of the measures of problems. See run_measures.sql.

-- measure: Problems
select count(distinct problem_key) from fact_scenario_run;

-- measure: Open Problems
select count(*)
from dim_problem
where dim_problem.is_open and coalesce(dim_problem.ignored_until <= now(), true)
    and exists (select 1 from fact_scenario_run where fact_scenario_run.problem_key = dim_problem.problem_key);

-- measure: New Problems
select count(*)
from dim_problem
where dim_problem.is_open and coalesce(dim_problem.ignored_until <= now(), true)
    and dim_problem.episode_count = 1
    and dim_problem.first_seen_at > now() - interval '7 days'
    and exists (select 1 from fact_scenario_run where fact_scenario_run.problem_key = dim_problem.problem_key);

-- measure: Regressed Problems
select count(*)
from dim_problem
where dim_problem.is_open and coalesce(dim_problem.ignored_until <= now(), true)
    and dim_problem.episode_count > 1
    and exists (select 1 from fact_scenario_run where fact_scenario_run.problem_key = dim_problem.problem_key);

-- measure: Runs Struck
select count(problem_key) from fact_scenario_run;

-- measure: Scenarios Struck
select count(distinct scenario_key) from fact_scenario_run where problem_key is not null;

-- measure: Users Struck
select count(distinct run_by_user_key) from fact_scenario_run where problem_key is not null;

-- measure: Median Time To Recover (h)
select
    percentile_cont(0.5) within group (
        order by extract(epoch from last_ended.recovered_at - last_ended.started_at)::double precision / 3600
    )
from (
    select distinct on (fact_problem_episode.problem_key)
        fact_problem_episode.problem_key,
        fact_problem_episode.started_at,
        fact_problem_episode.recovered_at
    from fact_problem_episode
    where fact_problem_episode.recovered_at is not null
    order by fact_problem_episode.problem_key, fact_problem_episode.episode_no desc
) as last_ended
where exists (select 1 from fact_scenario_run where fact_scenario_run.problem_key = last_ended.problem_key);
