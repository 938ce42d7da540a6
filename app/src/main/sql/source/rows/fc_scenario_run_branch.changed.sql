-- The branches of the runs read.
scenario_run_id = any (:ids)
