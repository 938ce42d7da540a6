-- step: prepares finding
-- What can be said of a run without comparing it with others at length: one row per run, type, node, category. Of the
-- runs read, and of those a late row has given another neighbour or another input.
create temporary table run_to_describe on commit drop as
select staged.run_id
from stg_run as staged
union
select runs.run_id
from run_pair
inner join fact_scenario_run as runs
    on runs.run_fact_key = run_pair.run_b_key;

analyze run_to_describe;

insert into described_run (run_id)
select run_to_describe.run_id
from run_to_describe
on conflict (run_id) do nothing;

analyze described_run;

create temporary table finding on commit drop as
with runs as (
    select known.*
    from run_to_describe
    inner join fact_scenario_run as known
        on known.run_id = run_to_describe.run_id
),

inputs as (
    select
        runs.run_id,
        -1 as node_key,
        'input_snapshot' as diagnostic_type,
        'info' as severity,
        'inputs' as diagnostic_category,
        counted.input_count || ' inputs'
        || case
            when comparison.run_b_id is null then '; no earlier success to compare with'
            else ', ' || cardinality(comparison.changed_node_keys) || ' of them changed since the last success'
        end as diagnostic_message,
        runs.input_snapshot_hash as input_hash_at_run,
        jsonb_build_object(
            'input_count', counted.input_count,
            'changed_count', cardinality(comparison.changed_node_keys),
            'last_success', comparison.run_a_id,
            'changed_nodes', (
                select jsonb_agg(nodes.node_name order by nodes.node_name)
                from (
                    select named.node_name
                    from dim_node as named
                    where named.node_key = any(comparison.changed_node_keys)
                    order by named.node_name
                    limit 50
                ) as nodes
            )
        ) as diagnostic_details
    from runs
    inner join run_snapshot as counted
        on counted.run_fact_key = runs.run_fact_key
    left join fact_run_comparison as comparison
        on comparison.scenario_key = runs.scenario_key
        and comparison.run_b_id = runs.run_id
        and comparison.comparison_type = 'last_success'
),

durations as (
    select
        runs.run_id,
        runs.duration_seconds,
        usual.usual_seconds,
        usual.usual_count,
        case
            when usual.usual_count >= 3
                and runs.duration_seconds
                > usual.usual_seconds
                * least(10, greatest(1.5, (usual.usual_seconds / nullif(usual.quick_seconds, 0)) ^ 2))
                and runs.duration_seconds - usual.usual_seconds > 5
                then true
            else false
        end as is_slow
    from runs
    cross join lateral (
        -- The lesser of a short and a long median: what has been slow for ten runs is slow still. How far runs are from
        -- their median is told by the quick ones, which a slow time leaves alone.
        select
            least(
                percentile_cont(0.5) within group (order by earlier.duration_seconds) filter (where earlier.place <= 10),
                percentile_cont(0.5) within group (order by earlier.duration_seconds)
            )::numeric(12, 3) as usual_seconds,
            (percentile_cont(0.1) within group (order by earlier.duration_seconds))::numeric(12, 3) as quick_seconds,
            count(*) as usual_count
        from (
            select
                newest.duration_seconds,
                row_number() over (order by newest.run_started_at desc) as place
            from (
                select
                    known.duration_seconds,
                    known.run_started_at
                from fact_scenario_run as known
                where known.scenario_key = runs.scenario_key
                    and known.run_started_at < runs.run_started_at
                    and known.run_outcome = 'success'
                    and known.branch_count = runs.branch_count
                    and known.duration_seconds is not null
                order by known.run_started_at desc
                limit 40
            ) as newest
        ) as earlier
    ) as usual
    where runs.duration_seconds is not null
        and runs.run_outcome in ('success', 'failed', 'timeout')
),

performance as (
    select
        durations.run_id,
        -1 as node_key,
        'perf_metric' as diagnostic_type,
        case
            when not durations.is_slow then 'info'
            when durations.duration_seconds > durations.usual_seconds * 3 then 'major'
            else 'minor'
        end as severity,
        'duration' as diagnostic_category,
        'took ' || round(durations.duration_seconds, 1) || ' s'
        || case
            when durations.usual_count < 3 then ''
            else ', usual are ' || round(durations.usual_seconds, 1) || ' s'
        end as diagnostic_message,
        null::text as input_hash_at_run,
        jsonb_build_object(
            'seconds', durations.duration_seconds,
            'usual_seconds', durations.usual_seconds,
            'usual_count', durations.usual_count,
            'is_slow', durations.is_slow
        ) as diagnostic_details
    from durations
),

-- Versions the platform found fault with; an initial value nobody validated is usual and says nothing.
faulty_versions as (
    select
        versions.node_data_id,
        versions.node_key,
        versions.new_input_hash,
        versions.is_validated,
        versions.validation_message,
        versions.validation_message is not null
        and versions.validation_message not in ('null'::jsonb, '""'::jsonb, '[]'::jsonb, '{}'::jsonb) as has_message
    from touched_scenario as touched
    inner join fact_scenario_input_change as versions
        on versions.scenario_key = touched.scenario_key
    where not versions.is_initial
        and (not versions.is_validated or versions.validation_message is not null)
),

validations as (
    select distinct on (runs.run_id, faulty_versions.node_key)
        runs.run_id,
        faulty_versions.node_key,
        'validation_issue' as diagnostic_type,
        case when faulty_versions.has_message then 'major' else 'minor' end as severity,
        case when faulty_versions.has_message then 'validation_failed' else 'not_validated' end as diagnostic_category,
        case
            when faulty_versions.has_message then left(faulty_versions.validation_message #>> '{}', 500)
            else 'the input was edited and not validated before the run'
        end as diagnostic_message,
        faulty_versions.new_input_hash as input_hash_at_run,
        jsonb_build_object(
            'node_data_id', faulty_versions.node_data_id,
            'validation_message', faulty_versions.validation_message
        ) as diagnostic_details
    from faulty_versions
    inner join run_input
        on run_input.node_data_id = faulty_versions.node_data_id
    inner join runs
        on runs.run_fact_key = run_input.run_fact_key
    where runs.run_outcome in ('failed', 'timeout')
        and (faulty_versions.has_message or not faulty_versions.is_validated)
    order by runs.run_id, faulty_versions.node_key, faulty_versions.has_message desc, faulty_versions.node_data_id
),

findings as (
    select * from inputs
    union all
    select * from error_finding
    union all
    select * from performance
    union all
    select * from validations
)

select
    runs.run_fact_key,
    runs.scenario_key,
    runs.correlation_id,
    findings.*
from findings
inner join runs
    on runs.run_id = findings.run_id;

analyze finding
