-- How many of the calculations read belong to no run that was read or is known.
select count(*)
from stg_calculation as calculations
where not exists (
    select
    from stg_branch as branches
    inner join fact_scenario_run as runs
        on runs.run_id = branches.run_id
    where branches.branch_id = calculations.branch_id
)
