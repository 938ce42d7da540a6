-- The runs to place, and those that failed of the same error within three days of one of them.
with spans as (
    select
        run_root.problem_kind,
        run_root.root_fingerprint,
        run_root.model_key,
        min(run_root.run_started_at) - interval '72 hours' as from_time,
        max(run_root.run_started_at) + interval '72 hours' as until_time
    from run_root
    group by
        run_root.problem_kind,
        run_root.root_fingerprint,
        run_root.model_key
)

select
    run_root.run_id,
    run_root.scenario_key,
    run_root.problem_kind,
    run_root.verdict_class,
    run_root.root_fingerprint,
    run_root.node_name,
    run_root.model_key,
    run_root.run_started_at
from run_root
union all
select
    known.run_id,
    known.scenario_key,
    known.problem_kind,
    known.verdict_class,
    known.root_fingerprint,
    known.node_name,
    known.model_key,
    known.run_started_at
from spans
inner join fact_problem_run as known
    on known.root_fingerprint = spans.root_fingerprint
    and known.run_started_at between spans.from_time and spans.until_time
    and known.problem_kind = spans.problem_kind
    and known.model_key = spans.model_key
where not exists (select from unplaced_run where unplaced_run.run_id = known.run_id)
