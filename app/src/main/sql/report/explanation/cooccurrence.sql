-- One row per kind of change asked for (a node's input at a path, in a direction): how often other scenarios of the model
-- had such a change before a run, and how these runs ended, over the 90 days before. Of each node the newest 400
-- versions count.
with kinds as (
    select kind.*
    from jsonb_to_recordset(:kinds::jsonb) as kind (n int, node_key int, input text, direction text)
),

lineage as (
    select scenario.scenario_key
    from dim_scenario as scenario
    where coalesce(scenario.core_scenario_id, scenario.scenario_id) = :lineage_id::uuid
),

versions as (
    select
        nodes.node_key,
        version.run_id_after,
        version.input_diff_summary
    from (select distinct kinds.node_key from kinds) as nodes
    cross join lateral (
        select
            change.scenario_key,
            change.run_id_after,
            change.input_diff_summary
        from fact_scenario_input_change as change
        where
            change.node_key = nodes.node_key
            and change.changed_at >= :started_at::timestamptz - interval '90 days'
            and change.changed_at < :started_at::timestamptz
            and not change.is_initial
            and not change.is_duplicate
            and change.run_id_after is not null
        order by change.changed_at desc
        limit 400
    ) as version
    where version.scenario_key not in (select lineage.scenario_key from lineage)
),

changed_leaves as (
    select distinct
        versions.node_key,
        versions.run_id_after,
        regexp_replace(leaf.value ->> 'path', '\[(?:[^\]"]|"(?:[^"\\]|\\.)*")*\]', '[]', 'g') as input,
        case
            when leaf.value ->> 'kind' <> 'changed' then leaf.value ->> 'kind'
            when jsonb_typeof(leaf.value -> 'delta') is distinct from 'number' then 'changed'
            when (leaf.value ->> 'delta')::numeric < 0 then 'lowered'
            else 'raised'
        end as direction
    from versions
    cross join lateral jsonb_path_query(
        versions.input_diff_summary, '$.changes[0 to 99]', '{}', true
    ) as leaf (value)
),

counted as (
    select
        kinds.n,
        count(*) filter (
            where
                run.run_outcome in ('failed', 'timeout')
                and run.error_pattern_key = :error_pattern_key::int
        ) as failed_with,
        count(*) filter (where run.run_outcome = 'success') as passed_with
    from kinds
    inner join changed_leaves
        on
            kinds.node_key = changed_leaves.node_key
            and kinds.input = changed_leaves.input
            and kinds.direction = changed_leaves.direction
    inner join fact_scenario_run as run
        on changed_leaves.run_id_after = run.run_id
    where run.run_started_at < :started_at::timestamptz
    group by kinds.n
),

failed_runs as (
    select count(*) as run_count
    from fact_scenario_run as run
    where
        run.error_pattern_key = :error_pattern_key::int
        and run.run_outcome in ('failed', 'timeout')
        and run.model_key = :model_key
        and run.run_started_at >= :started_at::timestamptz - interval '90 days'
        and run.run_started_at < :started_at::timestamptz
        and run.scenario_key not in (select lineage.scenario_key from lineage)
),

passed_days as (
    select coalesce(sum(daily.successful_runs), 0) as run_count
    from seen_reliability_daily() as daily
    where
        daily.model_key = :model_key
        and daily.date_key >= to_char(
            (:started_at::timestamptz - interval '90 days') at time zone 'UTC', 'YYYYMMDD'
        )::int
        and daily.date_key <= to_char(:started_at::timestamptz at time zone 'UTC', 'YYYYMMDD')::int
),

passed_in_lineage as (
    select count(*) as run_count
    from lineage
    inner join fact_scenario_run as run
        on lineage.scenario_key = run.scenario_key
    where
        run.run_outcome = 'success'
        and run.run_started_at >= date_trunc('day', :started_at::timestamptz - interval '90 days', 'UTC')
        and run.run_started_at < date_trunc('day', :started_at::timestamptz, 'UTC') + interval '1 day'
)

select
    kinds.n,
    coalesce(counted.failed_with, 0) as failed_with,
    coalesce(counted.passed_with, 0) as passed_with,
    greatest(failed_runs.run_count - coalesce(counted.failed_with, 0), 0) as failed_without,
    greatest(
        passed_days.run_count - passed_in_lineage.run_count - coalesce(counted.passed_with, 0), 0
    ) as passed_without
from kinds
cross join failed_runs
cross join passed_days
cross join passed_in_lineage
left join counted
    on kinds.n = counted.n
