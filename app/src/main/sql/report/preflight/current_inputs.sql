-- One row per node asked for: the version of its input that stands in a scenario at a time.
select
    node.node_key,
    node.node_id,
    coalesce(node.node_name, '') as node_name,
    null::uuid as other_node_id,
    '' as owner,
    node.node_id::text as input_id,
    true as is_before,
    false as is_used,
    version.node_data_id as version_id,
    version.new_input_hash as input_hash,
    version.change_sequence,
    version.is_initial,
    version.is_validated,
    version.validation_message::text as validation_message,
    person.user_id as changed_by,
    version.input_data,
    false as is_left_out,
    version.changed_at
from dim_node as node
cross join lateral (
    select valid.*
    from fact_scenario_input_change as valid
    where
        valid.scenario_key = :scenario_key
        and valid.node_key = node.node_key
        and valid.changed_at <= :started_at::timestamptz
    order by valid.change_sequence desc
    limit 1
) as version
inner join dim_user as person
    on version.changed_by_user_key = person.user_key
where node.node_id::text = any(:node_ids::text[])
order by node.node_id
