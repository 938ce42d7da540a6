-- One row: a run, and the runs of its scenario before and after it, if we know the run.
select
    run.run_id,
    scenario.scenario_id,
    scenario.scenario_name,
    model.model_id,
    model.model_name,
    run.run_outcome as outcome,
    run.run_started_at as started_at,
    (
        select previous.run_id
        from fact_scenario_run as previous
        where
            previous.scenario_key = run.scenario_key
            and (previous.run_started_at, previous.run_id) < (run.run_started_at, run.run_id)
        order by
            previous.run_started_at desc,
            previous.run_id desc
        limit 1
    ) as previous_run_id,
    (
        select next.run_id
        from fact_scenario_run as next
        where
            next.scenario_key = run.scenario_key
            and (next.run_started_at, next.run_id) > (run.run_started_at, run.run_id)
        order by
            next.run_started_at,
            next.run_id
        limit 1
    ) as next_run_id,
    (
        select good.run_id
        from fact_scenario_run as good
        where
            good.scenario_key = run.scenario_key
            and good.run_outcome = 'success'
            and good.run_started_at < run.run_started_at
        order by
            good.run_started_at desc,
            good.run_id
        limit 1
    ) as last_good_run_id
from fact_scenario_run as run
inner join dim_scenario as scenario
    on run.scenario_key = scenario.scenario_key
inner join dim_model as model
    on run.model_key = model.model_key
where run.run_id = :run_id
