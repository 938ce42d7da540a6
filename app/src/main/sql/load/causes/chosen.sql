-- The runs of one batch, the newest first. Those that are gone from the warehouse come last, so that their rows go, too.
create temporary table run_to_explain on commit drop as
select
    unexplained_run.run_id,
    runs.scenario_key,
    runs.run_fact_key,
    runs.correlation_id
from unexplained_run
left join fact_scenario_run as runs
    on runs.run_id = unexplained_run.run_id
order by
    runs.run_started_at desc nulls last,
    unexplained_run.run_id
limit 200;

create temporary table root_cause (
    run_id uuid not null,
    node_id uuid,
    severity text not null,
    diagnostic_category text not null,
    diagnostic_message text not null,
    diagnostic_details jsonb not null,
    evidence_hash text not null,
    cloudwatch_log_references bigint[] not null
) on commit drop
