-- Nothing is left to be done for the runs placed and the problems told.
with placed as (
    delete from unplaced_run
)

delete from stale_problem
