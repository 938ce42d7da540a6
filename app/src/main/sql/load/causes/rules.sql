-- Rules that are new to this warehouse: the runs of the last 30 days that have a verdict are explained anew. Nothing happens with
-- rules it knows.
with new_rules as (
    insert into verdict_rules (rules_version)
    values (?)
    on conflict (rules_version) do nothing
    returning rules_version
)

insert into unexplained_run (run_id)
select distinct verdicts.run_id
from new_rules
cross join fact_scenario_run as runs
inner join fact_run_diagnostic as verdicts
    on verdicts.scenario_key = runs.scenario_key
    and verdicts.run_id = runs.run_id
where verdicts.diagnostic_type = 'root_cause'
    and runs.run_started_at > (
        select max(newest.run_started_at) - interval '30 days'
        from fact_scenario_run as newest
    )
on conflict (run_id) do nothing
