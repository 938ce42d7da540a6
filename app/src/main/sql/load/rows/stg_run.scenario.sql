-- The runs of one scenario.
scenario_id = :scenario
