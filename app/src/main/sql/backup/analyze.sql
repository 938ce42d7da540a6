-- Tells the planner what the rows are like.
analyze
