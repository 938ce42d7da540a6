-- The branches read so far.
select stg_branch.branch_id
from stg_branch
