-- step: prepares unexplained_run
-- A failed run of which warnings or errors have come or changed is to be explained (again).
insert into unexplained_run (run_id)
select runs.run_id
from (
    select candidate.run_id
    from log_candidate as candidate
    left join log_known
        on log_known.line_no = candidate.line_no
    where log_known.line_no is null
        and candidate.error_pattern_key is not null
    union
    select log_changed.run_id
    from log_changed
    where log_changed.error_pattern_key is not null
    union
    select log_relinked.run_id
    from log_relinked
    where log_relinked.error_pattern_key is not null
) as told
inner join fact_scenario_run as runs
    on runs.run_id = told.run_id
where runs.run_outcome in ('failed', 'timeout')
on conflict (run_id) do nothing
