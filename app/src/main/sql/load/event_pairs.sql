-- One row per event version that differs from the one before and whose difference is not known yet: id, before, after.
select
    versions.event_data_id,
    coalesce(staged_before.event_data, known_before.event_data)::text as before,
    coalesce(staged.event_data, known.event_data)::text as after
from event_version as versions
left join stg_event_input as staged
    on staged.event_input_id = versions.event_data_id
left join stg_event_input as staged_before
    on staged_before.event_input_id = versions.previous_event_data_id
left join fact_event_input_change as known
    on known.event_data_id = versions.event_data_id
left join fact_event_input_change as known_before
    on known_before.event_data_id = versions.previous_event_data_id
where versions.previous_event_data_id is not null
    and versions.input_hash is distinct from versions.previous_input_hash
    and (
        known.input_diff_summary is null
        or (known.new_input_hash, known.previous_input_hash, known.change_sequence)
        is distinct from (versions.input_hash, versions.previous_input_hash, versions.change_sequence::int)
    )
