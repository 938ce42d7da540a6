-- One row per forecast cycle of a model.
select
    cycles.id as cycle_id,
    cycles.model_id,
    cycles.forecast_cycle_display_name as cycle_name,
    cycles.initiated_by,
    cycles.initiated_req_id as correlation_id,
    cycles.horizon_start_limit as horizon_start,
    cycles.horizon_end_limit as horizon_end,
    cycles.forecast_cycle_start_dt as cycle_start_at,
    cycles.forecast_cycle_end_dt as cycle_end_at,
    cycles.initiated_at
from fc_forecast_init as cycles
