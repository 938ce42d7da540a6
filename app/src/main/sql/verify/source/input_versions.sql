select
    versions.id::text as id,
    (versions.created_at at time zone 'UTC')::date as day,
    concat_ws(
        '|', versions.scenario_id, versions.model_node_id, versions.input_hash, versions.created_by,
        versions.input_validated, extract(epoch from versions.created_at), extract(epoch from versions.end_at)
    ) as content
from fc_scenario_node_data as versions
