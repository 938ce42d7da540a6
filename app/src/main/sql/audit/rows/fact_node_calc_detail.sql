-- One row per calculation that failed or timed out: what a verdict rests on. Those that succeeded are too many.
select
    audited.calc_id::text as row_id,
    (coalesce(audited.updated_at, audited.created_at) at time zone 'UTC')::date as day,
    sha256(record_send(row(
        audited.calc_id, audited.run_id, audited.branch_id, audited.event_tag, audited.scenario_key,
        audited.node_key, audited.node_data_id, audited.calc_status, audited.calc_outcome, audited.error_message,
        audited.output_summary, audited.processing_time_ms, audited.started_at, audited.ended_at, audited.created_at,
        audited.updated_at
    ))) as row_hash
from :rows as audited
where audited.calc_outcome in ('failed', 'timeout')
