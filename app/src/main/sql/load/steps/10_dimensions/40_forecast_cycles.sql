-- step: writes dim_forecast_cycle, one row per stg_cycle
-- One row per forecast cycle of a model. Repeating it is harmless: only what differs is written.
with candidate as (
    select
        cycles.cycle_id as forecast_init_id,
        coalesce(models.model_key, -1) as model_key,
        cycles.cycle_name,
        cycles.initiated_by,
        cycles.horizon_start,
        cycles.horizon_end,
        cycles.cycle_start_at::date as cycle_start_date,
        cycles.cycle_end_at::date as cycle_end_date,
        cycles.initiated_at,
        cycles.correlation_id
    from stg_cycle as cycles
    left join dim_model as models
        on models.model_id = cycles.model_id
)

insert into dim_forecast_cycle (
    forecast_init_id, model_key, cycle_name, initiated_by, horizon_start, horizon_end, cycle_start_date,
    cycle_end_date, initiated_at, correlation_id
)
select candidate.*
from candidate
left join dim_forecast_cycle as known
    on known.forecast_init_id = candidate.forecast_init_id
where known.forecast_init_id is null
    or (
        known.model_key, known.cycle_name, known.initiated_by, known.horizon_start, known.horizon_end,
        known.cycle_start_date, known.cycle_end_date, known.initiated_at, known.correlation_id
    ) is distinct from (
        candidate.model_key, candidate.cycle_name, candidate.initiated_by, candidate.horizon_start,
        candidate.horizon_end, candidate.cycle_start_date, candidate.cycle_end_date, candidate.initiated_at,
        candidate.correlation_id
    )
on conflict (forecast_init_id) do update set
    model_key = excluded.model_key,
    cycle_name = excluded.cycle_name,
    initiated_by = excluded.initiated_by,
    horizon_start = excluded.horizon_start,
    horizon_end = excluded.horizon_end,
    cycle_start_date = excluded.cycle_start_date,
    cycle_end_date = excluded.cycle_end_date,
    initiated_at = excluded.initiated_at,
    correlation_id = excluded.correlation_id,
    loaded_at = now()
