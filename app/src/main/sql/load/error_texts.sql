-- Each distinct error text of the rows read.
select runs.fail_reason
from stg_run as runs
where runs.fail_reason is not null
union
select calculations.fail_reason
from stg_calculation as calculations
where calculations.fail_reason is not null
order by 1
