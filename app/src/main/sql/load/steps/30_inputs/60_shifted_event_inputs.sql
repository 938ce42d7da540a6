-- step: writes fact_event_input_change
-- Event versions not read this time whose place in the history a late one has changed. Repeating it is harmless.
update fact_event_input_change as changes
set
    change_sequence = versions.change_sequence,
    previous_input_hash = versions.previous_input_hash,
    is_duplicate = coalesce(changes.new_input_hash = versions.previous_input_hash, false),
    input_diff_summary = case
        when versions.previous_event_data_id is null then null
        when versions.input_hash = versions.previous_input_hash then '{"count": 0, "changes": []}'::jsonb
        else coalesce(differences.difference, changes.input_diff_summary)
    end,
    loaded_at = now()
from event_version as versions
left join input_difference as differences
    on differences.id = versions.event_data_id
where changes.event_data_id = versions.event_data_id
    and not versions.is_staged
    and (changes.change_sequence, changes.previous_input_hash)
    is distinct from (versions.change_sequence::int, versions.previous_input_hash)
