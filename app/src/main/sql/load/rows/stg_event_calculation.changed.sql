-- The event calculations of the branches read.
branch_id = any (:ids)
