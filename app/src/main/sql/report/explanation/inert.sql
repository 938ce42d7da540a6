-- One row per input asked for that was changed before without any effect: how many times, in any scenario, the node put out the
-- very same in the runs before and after the change. The newest 40 versions of each node are looked at, of each input 6.
with kinds as (
    select kind.*
    from jsonb_to_recordset(:kinds::jsonb) as kind (n int, node_key int, input text)
),

versions as (
    select
        nodes.node_key,
        version.*
    from (select distinct kinds.node_key from kinds) as nodes
    cross join lateral (
        select
            change.scenario_key,
            change.change_sequence,
            change.run_id_before,
            change.run_id_after,
            change.changed_at,
            change.input_diff_summary
        from fact_scenario_input_change as change
        where
            change.node_key = nodes.node_key
            and change.changed_at >= :started_at::timestamptz - interval '90 days'
            and change.changed_at < :started_at::timestamptz
            and not change.is_initial
            and not change.is_duplicate
            and change.run_id_before is not null
            and change.run_id_after is not null
            and change.run_id_after <> :run_id
        order by change.changed_at desc
        limit 40
    ) as version
),

asked_versions as (
    select
        numbered.*
    from (
        select
            kinds.n,
            versions.node_key,
            versions.scenario_key,
            versions.change_sequence,
            versions.run_id_before,
            versions.run_id_after,
            row_number() over (partition by kinds.n order by versions.changed_at desc) as place
        from versions
        inner join kinds
            on versions.node_key = kinds.node_key
        where
            exists (
                select
                from jsonb_path_query(versions.input_diff_summary, '$.changes[0 to 99]', '{}', true) as leaf (value)
                where
                    regexp_replace(leaf.value ->> 'path', '\[(?:[^\]"]|"(?:[^"\\]|\\.)*")*\]', '[]', 'g') = kinds.input
            )
    ) as numbered
    where numbered.place <= 6
),

-- With no other version of the input between the two runs.
lone_changes as (
    select asked_versions.*
    from asked_versions
    where
        not exists (
            select
            from fact_scenario_input_change as neighbour
            where
                neighbour.scenario_key = asked_versions.scenario_key
                and neighbour.node_key = asked_versions.node_key
                and neighbour.change_sequence <> asked_versions.change_sequence
                and (
                    neighbour.run_id_before = asked_versions.run_id_before
                    or neighbour.run_id_after = asked_versions.run_id_after
                )
        )
)

select
    lone_changes.n,
    count(*) as still
from lone_changes
where
    exists (
        select
        from fact_node_calc_detail as earlier
        inner join fact_node_calc_detail as later
            on
                later.run_id = lone_changes.run_id_after
                and later.node_key = earlier.node_key
                and later.event_tag is not distinct from earlier.event_tag
        where
            earlier.run_id = lone_changes.run_id_before
            and earlier.node_key = lone_changes.node_key
            and earlier.calc_outcome = 'success'
            and later.calc_outcome = 'success'
            and earlier.output_values = later.output_values
    )
group by lone_changes.n
order by lone_changes.n
