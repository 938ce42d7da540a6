select
    versions.input_version_id::text as id,
    (versions.created_at at time zone 'UTC')::date as day,
    concat_ws(
        '|', versions.scenario_id, versions.node_id, versions.input_hash, versions.created_by,
        versions.is_validated, extract(epoch from versions.created_at), extract(epoch from versions.ended_at)
    ) as content
from stg_input_version as versions
