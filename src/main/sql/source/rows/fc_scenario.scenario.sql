-- One scenario.
id = :scenario
