-- One row: the run, and the verdict on it that is stored, if any; no row for a run that is not known.
select
    verdict.diagnostic_message as headline,
    verdict.diagnostic_details as verdict
from fact_scenario_run as run
left join fact_run_diagnostic as verdict
    on run.scenario_key = verdict.scenario_key
    and run.run_id = verdict.run_id
    and verdict.diagnostic_type = 'root_cause'
where run.run_id = :run_id
