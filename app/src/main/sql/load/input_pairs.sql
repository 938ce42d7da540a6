-- One row per input version that differs from the one before and whose difference is not known yet: id, before, after.
select
    versions.node_data_id,
    coalesce(staged_before.input_data, known_before.input_data)::text as before,
    coalesce(staged.input_data, known.input_data)::text as after
from input_version as versions
left join stg_input_version as staged
    on staged.input_version_id = versions.node_data_id
left join stg_input_version as staged_before
    on staged_before.input_version_id = versions.previous_node_data_id
left join fact_scenario_input_change as known
    on known.scenario_key = versions.scenario_key
    and known.node_data_id = versions.node_data_id
left join fact_scenario_input_change as known_before
    on known_before.scenario_key = versions.scenario_key
    and known_before.node_data_id = versions.previous_node_data_id
where versions.previous_node_data_id is not null
    and versions.input_hash is distinct from versions.previous_input_hash
    and (
        known.input_diff_summary is null
        or (known.new_input_hash, known.previous_input_hash, known.change_sequence)
        is distinct from (versions.input_hash, versions.previous_input_hash, versions.change_sequence::int)
    )
