-- Runs of branches that were read through a calculation.
select distinct branches.run_id
from stg_branch as branches
left join stg_run as runs
    on runs.run_id = branches.run_id
where runs.run_id is null
