-- What a person says of a verdict is evidence for later runs of the error: the newest 200 that failed are explained anew by the
-- next load. The first parameter is the act, or the act taken back.
insert into unexplained_run (run_id)
select later.run_id
from fact_problem_action as act
inner join fact_scenario_run as judged
    on judged.run_id = act.run_id
inner join fact_scenario_run as later
    on later.error_pattern_key = judged.error_pattern_key
    and later.run_started_at > judged.run_started_at
where act.action_id = ?
    and act.cause_class is not null
    and later.run_outcome in ('failed', 'timeout')
order by later.run_started_at desc
limit 200
on conflict (run_id) do nothing
