-- Calculations of the branches read, where only the branch has an index.
scenario_run_branch_id = any (:ids)
