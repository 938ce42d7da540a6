select
    versions.id::text as id,
    (versions.created_at at time zone 'UTC')::date as day,
    concat_ws(
        '|', links.scenario_id, links.event_type_id, versions.event_data_hash,
        extract(epoch from versions.created_at), extract(epoch from versions.end_at)
    ) as content
from fc_scenario_event_data as versions
left join fc_scenario_event_type as links
    on links.id = versions.scenario_event_type_id
