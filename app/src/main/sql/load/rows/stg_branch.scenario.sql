-- The branches of one scenario's runs.
run_id in (
    select runs.run_id
    from stg_run as runs
    where runs.scenario_id = :scenario
)
