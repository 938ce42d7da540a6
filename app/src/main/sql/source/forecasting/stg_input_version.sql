-- One row per version of a node's input. Those the platform writes when a scenario is made are nobody's edits.
select
    versions.id as input_version_id,
    versions.model_node_id as node_id,
    versions.scenario_id,
    versions.source as change_source,
    versions.input_hash,
    versions.input_data,
    versions.input_validation_message as validation_message,
    versions.input_validated as is_validated,
    lower(versions.source collate "C") = 'create_scenario' as is_initial,
    versions.created_by,
    versions.created_req_id as correlation_id,
    versions.created_at,
    versions.end_at as ended_at
from fc_scenario_node_data as versions
