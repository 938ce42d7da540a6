select cycles.cycle_id::text as id, null::date as day, concat_ws('|', cycles.model_id, cycles.initiated_by) as content
from stg_cycle as cycles
