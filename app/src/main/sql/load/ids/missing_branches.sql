-- Branches of calculations read by their update time whose run was not read.
select distinct calculations.branch_id
from stg_calculation as calculations
left join stg_branch as branches
    on branches.branch_id = calculations.branch_id
where branches.branch_id is null
