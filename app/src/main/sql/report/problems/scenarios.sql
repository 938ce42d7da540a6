-- One row per scenario that a problem struck, the one struck last first.
select
    scenario.scenario_id,
    scenario.scenario_name,
    nullif(owner.user_id, '') as owner,
    case when model.model_key > 0 then model.model_name end as model_name,
    count(*) as run_count,
    count(distinct run.run_by_user_key) as user_count,
    min(run.run_started_at) as first_seen_at,
    max(run.run_started_at) as last_seen_at,
    (
        select min(later.run_ended_at)
        from fact_scenario_run as later
        where
            later.scenario_key = scenario.scenario_key
            and later.run_outcome = 'success'
            and later.problem_key is null
            and later.run_started_at > max(run.run_started_at)
    ) as recovered_at
from fact_scenario_run as run
inner join dim_scenario as scenario
    on run.scenario_key = scenario.scenario_key
inner join dim_user as owner
    on scenario.created_by_user_key = owner.user_key
inner join dim_model as model
    on scenario.model_key = model.model_key
where run.problem_key = :problem_key
group by
    scenario.scenario_key,
    scenario.scenario_id,
    scenario.scenario_name,
    owner.user_id,
    model.model_key,
    model.model_name
order by
    max(run.run_started_at) desc,
    scenario.scenario_id
limit :row_limit
