-- Where the live platform stages new images of rows. Temporary: gone with the connection.
create temporary table staged_fc_scenario (like fc_scenario) on commit delete rows;
create temporary table staged_fc_scenario_node_data (like fc_scenario_node_data) on commit delete rows;
create temporary table staged_fc_scenario_event_data (like fc_scenario_event_data) on commit delete rows;
create temporary table staged_fc_scenario_run (like fc_scenario_run) on commit delete rows;
create temporary table staged_fc_model (like fc_model) on commit delete rows;
