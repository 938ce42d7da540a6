-- The input versions of one scenario.
scenario_id = :scenario
