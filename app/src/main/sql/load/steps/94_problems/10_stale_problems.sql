-- step: prepares stale_problem
-- A run that this load has written may be what ends an episode of a problem that struck its scenario earlier; a pattern
-- that stands in another's place may make two problems one.
insert into stale_problem (problem_key)
select distinct struck.problem_key
from stg_run as staged
inner join fact_scenario_run as runs
    on runs.run_id = staged.run_id
inner join fact_scenario_run as struck
    on struck.scenario_key = runs.scenario_key
where runs.loaded_at = now()
    and struck.problem_key is not null
on conflict (problem_key) do nothing;

insert into unplaced_run (run_id)
select known.run_id
from moved_pattern
inner join dim_error_pattern as retired
    on retired.error_pattern_key = moved_pattern.old_key
inner join fact_problem_run as known
    on known.root_fingerprint = retired.fingerprint
on conflict (run_id) do nothing
