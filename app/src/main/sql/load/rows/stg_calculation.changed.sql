-- Calculations updated since the watermark, and those of the branches read.
updated_at >= :since
or branch_id = any (:ids)
