-- Calculations of the branches read, where only the branch has an index.
branch_id = any (:ids)
