-- The branches of the runs read.
run_id = any (:ids)
