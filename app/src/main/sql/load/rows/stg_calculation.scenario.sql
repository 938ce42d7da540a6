-- The calculations of one scenario's runs.
branch_id in (
    select branches.branch_id
    from stg_branch as branches
    inner join stg_run as runs
        on runs.run_id = branches.run_id
    where runs.scenario_id = :scenario
)
