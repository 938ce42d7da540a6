select cycles.forecast_init_id::text as id, null::date as day, concat_ws('|', models.model_id, cycles.initiated_by) as content
from dim_forecast_cycle as cycles
inner join dim_model as models
    on models.model_key = cycles.model_key
where cycles.forecast_cycle_key <> -1
