-- One row per input and direction that was changed between a failure with a pattern and the success that came next in
-- the same scenario, the most frequent first; and how many such recoveries there were. The newest 200 failures count,
-- and of each recovery the newest 50 versions. Recoveries of one scenario are left out, so that a run is not explained by its own cure.
with failures as (
    select
        run.run_id,
        run.scenario_key,
        run.run_started_at
    from fact_scenario_run as run
    where
        run.error_pattern_key = :error_pattern_key
        and run.run_outcome in ('failed', 'timeout')
        and run.scenario_key <> :without_scenario_key
        and run.scenario_key <> -1
        and run.run_started_at >= :until_time::timestamptz - interval '1 year'
        and run.run_started_at < :until_time::timestamptz
    order by run.run_started_at desc
    limit 200
),

recoveries as (
    select
        failures.run_id,
        failures.scenario_key,
        failures.run_started_at as failed_at,
        next_run.run_started_at as recovered_at
    from failures
    inner join lateral (
        select
            later.run_outcome,
            later.run_started_at
        from fact_scenario_run as later
        where
            later.scenario_key = failures.scenario_key
            and later.run_started_at > failures.run_started_at
            and later.run_outcome in ('success', 'failed', 'timeout')
        order by later.run_started_at
        limit 1
    ) as next_run
        on next_run.run_outcome = 'success'
    where next_run.run_started_at < :until_time::timestamptz
),

changed_leaves as (
    select
        recoveries.run_id,
        change.node_key,
        regexp_replace(leaf.value ->> 'path', '\[(?:[^\]"]|"(?:[^"\\]|\\.)*")*\]', '[]', 'g') as input,
        case
            when leaf.value ->> 'kind' <> 'changed' then leaf.value ->> 'kind'
            when jsonb_typeof(leaf.value -> 'delta') is distinct from 'number' then 'changed'
            when (leaf.value ->> 'delta')::numeric < 0 then 'lowered'
            else 'raised'
        end as direction,
        case when jsonb_typeof(leaf.value -> 'after') = 'number' then (leaf.value ->> 'after')::numeric end as after_number
    from recoveries
    cross join lateral (
        select
            version.node_key,
            version.input_diff_summary
        from fact_scenario_input_change as version
        where
            version.scenario_key = recoveries.scenario_key
            and version.changed_at > recoveries.failed_at
            and version.changed_at <= recoveries.recovered_at
            and not version.is_initial
        order by version.changed_at desc
        limit 50
    ) as change
    cross join lateral jsonb_path_query(
        change.input_diff_summary, '$.changes[0 to 99]', '{}', true
    ) as leaf (value)
),

counted as (
    select
        changed_leaves.node_key,
        changed_leaves.input,
        changed_leaves.direction,
        count(distinct changed_leaves.run_id) as recovery_count,
        case changed_leaves.direction
            when 'raised' then min(changed_leaves.after_number)
            when 'lowered' then max(changed_leaves.after_number)
        end as bound
    from changed_leaves
    group by
        changed_leaves.node_key,
        changed_leaves.input,
        changed_leaves.direction
)

select
    node.node_id,
    coalesce(node.node_name, '') as node_name,
    counted.input,
    counted.direction,
    coalesce(counted.recovery_count, 0) as recovery_count,
    counted.bound,
    (select count(*) from recoveries) as all_recoveries
from (select) as always
left join counted
    on true
left join dim_node as node
    on counted.node_key = node.node_key
order by
    counted.recovery_count desc nulls last,
    node.node_id,
    counted.input,
    counted.direction
limit :row_limit
