-- The runs explained since a time are to be placed together, the newest; so many at most that they fit into memory. The others
-- stay where the runs of their batch had them.
insert into unplaced_run (run_id)
select known.run_id
from fact_problem_run as known
where exists (
        select
        from fact_run_diagnostic as stored
        where stored.scenario_key = known.scenario_key
            and stored.run_id = known.run_id
            and stored.diagnostic_type = 'root_cause'
            and stored.loaded_at >= ?
    )
order by
    known.run_started_at desc,
    known.run_id
limit 50000
on conflict (run_id) do nothing
