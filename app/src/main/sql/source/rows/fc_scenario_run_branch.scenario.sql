-- The branches of one scenario's runs.
scenario_run_id in (
    select runs.id
    from fc_scenario_run as runs
    where runs.scenario_id = :scenario
)
