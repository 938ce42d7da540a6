-- The event calculations of the branches read.
scenario_run_branch_id = any (:ids)
