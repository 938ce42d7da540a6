-- One row per run. Its pattern, category and problem are ours, and people may decide them otherwise.
select
    audited.run_id::text as row_id,
    (audited.run_started_at at time zone 'UTC')::date as day,
    sha256(record_send(row(
        audited.run_fact_key, audited.run_id, audited.scenario_key, audited.model_key, audited.forecast_cycle_key,
        audited.run_by_user_key, audited.run_status, audited.run_outcome, audited.fail_reason,
        audited.input_snapshot_hash, audited.correlation_id, audited.duration_seconds, audited.branch_count,
        audited.node_calc_total, audited.node_calc_success, audited.node_calc_failed, audited.node_calc_timeout,
        audited.has_event_calcs, audited.run_started_at, audited.run_ended_at
    ))) as row_hash
from :rows as audited
