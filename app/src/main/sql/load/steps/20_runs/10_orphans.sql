-- step: prepares orphans
-- Rows that once came before their scenario stand under the unknown scenario; those read again now, with their scenario, are
-- taken out, and the steps below put them where they belong.
delete from fact_user_action as orphans
using stg_run as runs
inner join dim_scenario as scenarios
    on scenarios.scenario_id = runs.scenario_id
where orphans.scenario_key = -1
    and orphans.target_entity_id = runs.run_id;

delete from fact_user_action as orphans
using stg_input_version as versions
inner join dim_scenario as scenarios
    on scenarios.scenario_id = versions.scenario_id
where orphans.scenario_key = -1
    and orphans.target_entity_id = versions.input_version_id;

delete from fact_scenario_run as orphans
using stg_run as runs
inner join dim_scenario as scenarios
    on scenarios.scenario_id = runs.scenario_id
where orphans.scenario_key = -1
    and orphans.run_id = runs.run_id;

delete from fact_scenario_input_change as orphans
using stg_input_version as versions
inner join dim_scenario as scenarios
    on scenarios.scenario_id = versions.scenario_id
where orphans.scenario_key = -1
    and orphans.node_data_id = versions.input_version_id
