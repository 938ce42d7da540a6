-- One row per verdict on a run that said something else than the one before, the newest first.
select
    said.verdict_no,
    said.verdict_class,
    said.cause,
    said.first_suspect,
    said.probability,
    said.headline,
    said.rules_version,
    said.evidence_hash,
    said.etl_run_id as version,
    said.changed_by,
    said.said_at
from fact_scenario_run as run
inner join fact_run_verdict as said
    on run.scenario_key = said.scenario_key
    and run.run_id = said.run_id
where run.run_id = :run_id
order by said.verdict_no desc
limit :row_limit
