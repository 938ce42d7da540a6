-- Whether a run waits for its problem, or a problem for its episodes.
select exists (select from unplaced_run) or exists (select from stale_problem)
