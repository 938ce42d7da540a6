-- One row per run, as it stood at a time. Columns are named one by one, so that a problem's runs are found by its key.
select
    row_now.run_fact_key,
    row_now.run_id,
    row_now.scenario_key,
    row_now.model_key,
    row_now.forecast_cycle_key,
    row_now.run_by_user_key,
    row_now.run_date_key,
    row_now.error_pattern_key,
    row_now.run_status,
    row_now.run_outcome,
    row_now.fail_reason,
    row_now.error_category,
    row_now.input_snapshot_hash,
    row_now.correlation_id,
    row_now.duration_seconds,
    row_now.branch_count,
    row_now.node_calc_total,
    row_now.node_calc_success,
    row_now.node_calc_failed,
    row_now.node_calc_timeout,
    row_now.has_event_calcs,
    row_now.run_started_at,
    row_now.run_ended_at,
    row_now.loaded_at,
    row_now.problem_key
from fact_scenario_run as row_now
where is_written(row_now.loaded_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
union all
select
    row_then.run_fact_key,
    kept.run_id,
    kept.scenario_key,
    row_then.model_key,
    row_then.forecast_cycle_key,
    row_then.run_by_user_key,
    row_then.run_date_key,
    row_then.error_pattern_key,
    row_then.run_status,
    row_then.run_outcome,
    row_then.fail_reason,
    row_then.error_category,
    row_then.input_snapshot_hash,
    row_then.correlation_id,
    row_then.duration_seconds,
    row_then.branch_count,
    row_then.node_calc_total,
    row_then.node_calc_success,
    row_then.node_calc_failed,
    row_then.node_calc_timeout,
    row_then.has_event_calcs,
    row_then.run_started_at,
    row_then.run_ended_at,
    row_then.loaded_at,
    kept.problem_key
from past_row as kept
cross join lateral jsonb_populate_record(null::fact_scenario_run, kept.content) as row_then
where
    kept.table_name = 'fact_scenario_run'
    and is_written(kept.written_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
    and not is_written(kept.replaced_at, :as_of_until::timestamptz, :as_of_unseen::timestamptz[])
