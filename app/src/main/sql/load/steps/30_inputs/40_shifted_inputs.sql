-- step: writes fact_scenario_input_change
-- Versions not read this time whose place in the history, or whose neighbouring runs, a late row has changed.
-- Repeating it is harmless: only what differs is written.
with known as (
    select changes.*
    from touched_scenario as touched
    inner join fact_scenario_input_change as changes
        on changes.scenario_key = touched.scenario_key
        and changes.changed_at >= touched.since
    where not exists (select from stg_input_version as staged where staged.input_version_id = changes.node_data_id)
    union
    select changes.*
    from input_version as versions
    inner join fact_scenario_input_change as changes
        on changes.scenario_key = versions.scenario_key
        and changes.node_data_id = versions.node_data_id
    where not versions.is_staged
),

candidate as (
    select
        known.scenario_key,
        known.node_data_id,
        run_before.run_id as run_id_before,
        run_after.run_id as run_id_after,
        case when versions.node_data_id is null then known.change_sequence else versions.change_sequence end as change_sequence,
        case when versions.node_data_id is null then known.previous_input_hash else versions.previous_input_hash end as previous_input_hash,
        case
            when versions.node_data_id is null then known.input_diff_summary
            when versions.previous_node_data_id is null then null
            when versions.input_hash = versions.previous_input_hash then '{"count": 0, "changes": []}'::jsonb
            else coalesce(differences.difference, known.input_diff_summary)
        end as input_diff_summary
    from known
    left join input_version as versions
        on versions.node_data_id = known.node_data_id
    left join input_difference as differences
        on differences.id = known.node_data_id
    left join lateral (
        select runs.run_id
        from fact_scenario_run as runs
        where runs.scenario_key = known.scenario_key
            and runs.run_started_at < known.changed_at
        order by runs.run_started_at desc, runs.run_id desc
        limit 1
    ) as run_before
        on true
    left join lateral (
        select runs.run_id
        from fact_scenario_run as runs
        where runs.scenario_key = known.scenario_key
            and runs.run_started_at >= known.changed_at
        order by runs.run_started_at, runs.run_id
        limit 1
    ) as run_after
        on true
)

update fact_scenario_input_change as changes
set
    run_id_before = candidate.run_id_before,
    run_id_after = candidate.run_id_after,
    change_sequence = candidate.change_sequence,
    previous_input_hash = candidate.previous_input_hash,
    is_duplicate = coalesce(changes.new_input_hash = candidate.previous_input_hash, false),
    input_diff_summary = candidate.input_diff_summary,
    loaded_at = now()
from candidate
where changes.scenario_key = candidate.scenario_key
    and changes.node_data_id = candidate.node_data_id
    and (
        changes.run_id_before, changes.run_id_after, changes.change_sequence, changes.previous_input_hash,
        changes.input_diff_summary
    ) is distinct from (
        candidate.run_id_before, candidate.run_id_after, candidate.change_sequence, candidate.previous_input_hash,
        candidate.input_diff_summary
    )
