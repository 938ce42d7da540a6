-- step: prepares input_change_candidate
-- One row per input version read, as the warehouse keeps it.
create temporary view input_change_candidate as
select
    staged.input_version_id as node_data_id,
    versions.scenario_key,
    versions.node_key,
    coalesce(users.user_key, -1) as changed_by_user_key,
    to_char(staged.created_at, 'YYYYMMDD')::int as change_date_key,
    run_before.run_id as run_id_before,
    run_after.run_id as run_id_after,
    staged.correlation_id,
    staged.change_source,
    versions.previous_input_hash,
    versions.input_hash as new_input_hash,
    versions.change_sequence::int as change_sequence,
    coalesce(versions.input_hash = versions.previous_input_hash, false) as is_duplicate,
    coalesce(staged.is_initial, false) as is_initial,
    staged.is_validated,
    case
        when versions.previous_node_data_id is null then null
        when versions.input_hash = versions.previous_input_hash then '{"count": 0, "changes": []}'::jsonb
        else coalesce(differences.difference, known.input_diff_summary)
    end as input_diff_summary,
    staged.input_data,
    staged.validation_message,
    staged.created_at as changed_at,
    staged.ended_at
from stg_input_version as staged
inner join input_version as versions
    on versions.node_data_id = staged.input_version_id
left join dim_user as users
    on users.user_id = staged.created_by
left join input_difference as differences
    on differences.id = staged.input_version_id
left join fact_scenario_input_change as known
    on known.scenario_key = versions.scenario_key
    and known.node_data_id = staged.input_version_id
left join lateral (
    select runs.run_id
    from fact_scenario_run as runs
    where runs.scenario_key = versions.scenario_key
        and runs.run_started_at < staged.created_at
    order by runs.run_started_at desc, runs.run_id desc
    limit 1
) as run_before
    on true
left join lateral (
    select runs.run_id
    from fact_scenario_run as runs
    where runs.scenario_key = versions.scenario_key
        and runs.run_started_at >= staged.created_at
    order by runs.run_started_at, runs.run_id
    limit 1
) as run_after
    on true
