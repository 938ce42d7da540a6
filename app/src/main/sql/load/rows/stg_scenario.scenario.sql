-- One scenario.
scenario_id = :scenario
