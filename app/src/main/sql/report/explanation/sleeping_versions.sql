-- One row per version of a node's input that a person wrote before a time and that is part of what stood at a later one, with the
-- version before it and the one that stood last: edits that passed, and may have been woken. The newest 40 of 90 days.
select
    node.node_key,
    node.node_id,
    edit.node_data_id as version_id,
    edit.change_sequence,
    edit.is_initial,
    edit.is_validated,
    person.user_id as changed_by,
    edit.input_data,
    before.input_data as previous_input_data,
    standing.input_data as standing_input_data,
    edit.changed_at
from (
    select version.*
    from fact_scenario_input_change as version
    where
        version.scenario_key = :scenario_key
        and version.changed_at <= :until_time::timestamptz
        and version.changed_at > :until_time::timestamptz - interval '90 days'
        and not version.is_initial
        and not version.is_duplicate
        and pg_column_size(version.input_data) <= 65536
    order by version.changed_at desc
    limit 40
) as edit
inner join dim_node as node
    on edit.node_key = node.node_key
inner join dim_user as person
    on edit.changed_by_user_key = person.user_key
inner join fact_scenario_input_change as before
    on
        before.scenario_key = :scenario_key
        and before.node_key = edit.node_key
        and before.change_sequence = edit.change_sequence - 1
inner join lateral (
    select last_version.input_data
    from fact_scenario_input_change as last_version
    where
        last_version.scenario_key = :scenario_key
        and last_version.node_key = edit.node_key
        and last_version.changed_at <= :started_at::timestamptz
    order by last_version.change_sequence desc
    limit 1
) as standing
    on true
order by
    edit.changed_at desc,
    node.node_id
