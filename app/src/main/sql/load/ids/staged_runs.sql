-- The runs read so far.
select stg_run.run_id
from stg_run
