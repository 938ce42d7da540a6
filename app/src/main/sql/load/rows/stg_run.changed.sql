-- Runs started or finished since the watermark, and those the warehouse knows as unfinished.
started_at >= :since
or ended_at >= :since
or run_id = any (:ids)
