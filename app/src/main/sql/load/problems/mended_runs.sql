-- Runs of which no verdict is left: the source has corrected itself, and no problem struck them.
delete from fact_problem_run as known
using unplaced_run
where known.run_id = unplaced_run.run_id
    and not exists (select from run_place where run_place.run_id = known.run_id)
