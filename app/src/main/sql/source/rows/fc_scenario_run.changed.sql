-- Runs started or finished since the watermark, and those the warehouse knows as unfinished.
run_at >= :since
or run_complete_at >= :since
or id = any (:ids)
