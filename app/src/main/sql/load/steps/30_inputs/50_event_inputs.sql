-- step: writes fact_event_input_change, one row per stg_event_input
-- One row per version of an event's input. Repeating it is harmless: only what differs is written.
with candidate as (
    select
        staged.event_input_id as event_data_id,
        coalesce(scenarios.scenario_key, -1) as scenario_key,
        coalesce(event_types.event_type_key, -1) as event_type_key,
        coalesce(users.user_key, -1) as changed_by_user_key,
        to_char(staged.created_at, 'YYYYMMDD')::int as change_date_key,
        staged.scenario_event_id as scenario_event_type_id,
        staged.population_node_id,
        staged.product_node_id,
        staged.correlation_id,
        versions.previous_input_hash,
        versions.input_hash as new_input_hash,
        versions.change_sequence::int as change_sequence,
        coalesce(versions.input_hash = versions.previous_input_hash, false) as is_duplicate,
        staged.is_overridden,
        staged.is_validated,
        case
            when versions.previous_event_data_id is null then null
            when versions.input_hash = versions.previous_input_hash then '{"count": 0, "changes": []}'::jsonb
            else coalesce(differences.difference, known.input_diff_summary)
        end as input_diff_summary,
        staged.event_data,
        staged.overridden_shares,
        staged.created_at as changed_at,
        staged.ended_at
    from stg_event_input as staged
    inner join event_version as versions
        on versions.event_data_id = staged.event_input_id
    left join stg_scenario_event as links
        on links.scenario_event_id = staged.scenario_event_id
    left join dim_scenario as scenarios
        on scenarios.scenario_id = links.scenario_id
    left join dim_event_type as event_types
        on event_types.event_type_id = links.event_type_id
    left join dim_user as users
        on users.user_id = staged.created_by
    left join input_difference as differences
        on differences.id = staged.event_input_id
    left join fact_event_input_change as known
        on known.scenario_key = coalesce(scenarios.scenario_key, -1)
        and known.event_data_id = staged.event_input_id
)

insert into fact_event_input_change (
    event_data_id, scenario_key, event_type_key, changed_by_user_key, change_date_key, scenario_event_type_id,
    population_node_id, product_node_id, correlation_id, previous_input_hash, new_input_hash, change_sequence,
    is_duplicate, is_overridden, is_validated, input_diff_summary, event_data, overridden_shares, changed_at,
    ended_at
)
select candidate.*
from candidate
left join fact_event_input_change as known
    on known.scenario_key = candidate.scenario_key
    and known.event_data_id = candidate.event_data_id
where known.event_data_id is null
    or (
        known.event_type_key, known.changed_by_user_key, known.correlation_id, known.previous_input_hash,
        known.new_input_hash, known.change_sequence, known.is_overridden, known.is_validated,
        known.input_diff_summary, known.event_data, known.overridden_shares, known.changed_at, known.ended_at
    ) is distinct from (
        candidate.event_type_key, candidate.changed_by_user_key, candidate.correlation_id,
        candidate.previous_input_hash, candidate.new_input_hash, candidate.change_sequence,
        candidate.is_overridden, candidate.is_validated, candidate.input_diff_summary, candidate.event_data,
        candidate.overridden_shares, candidate.changed_at, candidate.ended_at
    )
on conflict (scenario_key, event_data_id) do update set
    event_type_key = excluded.event_type_key,
    changed_by_user_key = excluded.changed_by_user_key,
    change_date_key = excluded.change_date_key,
    correlation_id = excluded.correlation_id,
    previous_input_hash = excluded.previous_input_hash,
    new_input_hash = excluded.new_input_hash,
    change_sequence = excluded.change_sequence,
    is_duplicate = excluded.is_duplicate,
    is_overridden = excluded.is_overridden,
    is_validated = excluded.is_validated,
    input_diff_summary = excluded.input_diff_summary,
    event_data = excluded.event_data,
    overridden_shares = excluded.overridden_shares,
    changed_at = excluded.changed_at,
    ended_at = excluded.ended_at,
    loaded_at = now()
