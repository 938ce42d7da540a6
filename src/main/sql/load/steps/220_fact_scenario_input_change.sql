-- One row per input version. Repeating it is harmless: only what differs is written.
with candidate as (
    select
        staged.id as node_data_id,
        versions.scenario_key,
        versions.node_key,
        coalesce(users.user_key, -1) as changed_by_user_key,
        to_char(staged.created_at, 'YYYYMMDD')::int as change_date_key,
        run_before.run_id as run_id_before,
        run_after.run_id as run_id_after,
        staged.created_req_id as correlation_id,
        staged.source as change_source,
        versions.previous_input_hash,
        versions.input_hash as new_input_hash,
        versions.change_sequence::int as change_sequence,
        coalesce(versions.input_hash = versions.previous_input_hash, false) as is_duplicate,
        coalesce(lower(staged.source collate "C") = 'create_scenario', false) as is_initial,
        staged.input_validated as is_validated,
        differences.difference,
        staged.input_data,
        staged.input_validation_message as validation_message,
        staged.created_at as changed_at,
        staged.end_at as ended_at,
        versions.previous_node_data_id
    from fc_scenario_node_data as staged
    inner join input_version as versions
        on versions.node_data_id = staged.id
    left join dim_user as users
        on users.user_id = staged.created_by
    left join input_difference as differences
        on differences.id = staged.id
    left join lateral (
        select runs.run_id
        from fact_scenario_run as runs
        where runs.scenario_key = versions.scenario_key
            and runs.run_started_at < staged.created_at
        order by runs.run_started_at desc
        limit 1
    ) as run_before
        on true
    left join lateral (
        select runs.run_id
        from fact_scenario_run as runs
        where runs.scenario_key = versions.scenario_key
            and runs.run_started_at >= staged.created_at
        order by runs.run_started_at
        limit 1
    ) as run_after
        on true
),

described as (
    select
        candidate.*,
        case
            when candidate.previous_node_data_id is null then null
            when candidate.is_duplicate then '{"count": 0, "changes": []}'::jsonb
            else coalesce(candidate.difference, known.input_diff_summary)
        end as input_diff_summary,
        known.node_data_id is null
        or (
            known.node_key, known.changed_by_user_key, known.run_id_before, known.run_id_after,
            known.correlation_id, known.change_source, known.previous_input_hash, known.new_input_hash,
            known.change_sequence, known.is_validated, known.validation_message, known.input_data,
            known.changed_at, known.ended_at
        ) is distinct from (
            candidate.node_key, candidate.changed_by_user_key, candidate.run_id_before, candidate.run_id_after,
            candidate.correlation_id, candidate.change_source, candidate.previous_input_hash,
            candidate.new_input_hash, candidate.change_sequence, candidate.is_validated,
            candidate.validation_message, candidate.input_data, candidate.changed_at, candidate.ended_at
        )
        or candidate.difference is not null as is_to_be_written
    from candidate
    left join fact_scenario_input_change as known
        on known.scenario_key = candidate.scenario_key
        and known.node_data_id = candidate.node_data_id
)

insert into fact_scenario_input_change (
    node_data_id, scenario_key, node_key, changed_by_user_key, change_date_key, run_id_before, run_id_after,
    correlation_id, change_source, previous_input_hash, new_input_hash, change_sequence, is_duplicate, is_initial,
    is_validated, input_diff_summary, input_data, validation_message, changed_at, ended_at
)
select
    described.node_data_id,
    described.scenario_key,
    described.node_key,
    described.changed_by_user_key,
    described.change_date_key,
    described.run_id_before,
    described.run_id_after,
    described.correlation_id,
    described.change_source,
    described.previous_input_hash,
    described.new_input_hash,
    described.change_sequence,
    described.is_duplicate,
    described.is_initial,
    described.is_validated,
    described.input_diff_summary,
    described.input_data,
    described.validation_message,
    described.changed_at,
    described.ended_at
from described
where described.is_to_be_written
on conflict (scenario_key, node_data_id) do update set
    node_key = excluded.node_key,
    changed_by_user_key = excluded.changed_by_user_key,
    change_date_key = excluded.change_date_key,
    run_id_before = excluded.run_id_before,
    run_id_after = excluded.run_id_after,
    correlation_id = excluded.correlation_id,
    change_source = excluded.change_source,
    previous_input_hash = excluded.previous_input_hash,
    new_input_hash = excluded.new_input_hash,
    change_sequence = excluded.change_sequence,
    is_duplicate = excluded.is_duplicate,
    is_initial = excluded.is_initial,
    is_validated = excluded.is_validated,
    input_diff_summary = excluded.input_diff_summary,
    input_data = excluded.input_data,
    validation_message = excluded.validation_message,
    changed_at = excluded.changed_at,
    ended_at = excluded.ended_at,
    loaded_at = now()
