select
    versions.event_input_id::text as id,
    (versions.created_at at time zone 'UTC')::date as day,
    concat_ws(
        '|', links.scenario_id, links.event_type_id, versions.input_hash,
        extract(epoch from versions.created_at), extract(epoch from versions.ended_at)
    ) as content
from stg_event_input as versions
left join stg_scenario_event as links
    on links.scenario_event_id = versions.scenario_event_id
