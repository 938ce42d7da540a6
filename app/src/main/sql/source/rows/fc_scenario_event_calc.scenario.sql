-- The event calculations of one scenario's runs.
scenario_run_branch_id in (
    select branches.id
    from fc_scenario_run_branch as branches
    inner join fc_scenario_run as runs
        on runs.id = branches.scenario_run_id
    where runs.scenario_id = :scenario
)
