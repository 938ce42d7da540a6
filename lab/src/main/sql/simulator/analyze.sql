-- Tells the planner what is in the platform's tables.

analyze;
