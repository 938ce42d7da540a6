-- The event types of one scenario.
scenario_id = :scenario
