select cycles.id::text as id, null::date as day, concat_ws('|', cycles.model_id, cycles.initiated_by) as content
from fc_forecast_init as cycles
