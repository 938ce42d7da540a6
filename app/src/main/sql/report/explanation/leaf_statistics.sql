-- One row per leaf asked for: what stood at its path before in this scenario, what stands there in the version last used
-- by a successful run of each other scenario of the model, in how many successful runs of this scenario the same value
-- stood there, and what the first successful run after this one made of it. Null and missing are the same here.
with leaves as (
    select leaf.*
    from jsonb_to_recordset(:leaves::jsonb) as leaf (n int, node_key int, until_sequence int, path jsonpath, after jsonb)
),

nodes as (
    select distinct leaves.node_key
    from leaves
),

history_values as (
    select
        leaves.n,
        'history' as kind,
        nullif(jsonb_path_query_first(version.input_data, leaves.path, '{}', true), 'null') as value
    from leaves
    cross join lateral (
        select earlier.input_data
        from fact_scenario_input_change as earlier
        where
            earlier.scenario_key = :scenario_key
            and earlier.node_key = leaves.node_key
            and earlier.change_sequence <= leaves.until_sequence
        order by earlier.change_sequence desc
        limit 50
    ) as version
),

neighbours as (
    (
        select
            earlier.scenario_key,
            earlier.model_key,
            earlier.run_outcome,
            earlier.run_started_at
        from fact_scenario_run as earlier
        where earlier.run_started_at <= :started_at::timestamptz
        order by earlier.run_started_at desc
        limit 4000
    )
    union all
    (
        select
            later.scenario_key,
            later.model_key,
            later.run_outcome,
            later.run_started_at
        from fact_scenario_run as later
        where later.run_started_at > :started_at::timestamptz
        order by later.run_started_at
        limit 2000
    )
),

peers as (
    select
        neighbours.scenario_key,
        max(neighbours.run_started_at) as run_started_at
    from neighbours
    where
        neighbours.model_key = :model_key
        and neighbours.run_outcome = 'success'
        and neighbours.scenario_key <> :scenario_key
    group by neighbours.scenario_key
    order by
        max(neighbours.run_started_at) desc,
        neighbours.scenario_key
    limit :peer_limit
),

peer_versions as materialized (
    select
        nodes.node_key,
        version.input_data
    from nodes
    cross join peers
    cross join lateral (
        select valid.input_data
        from fact_scenario_input_change as valid
        where
            valid.scenario_key = peers.scenario_key
            and valid.node_key = nodes.node_key
            and valid.changed_at <= peers.run_started_at
        order by valid.change_sequence desc
        limit 1
    ) as version
),

peer_values as (
    select
        leaves.n,
        'peers' as kind,
        nullif(jsonb_path_query_first(peer_versions.input_data, leaves.path, '{}', true), 'null') as value
    from leaves
    inner join peer_versions
        on leaves.node_key = peer_versions.node_key
),

all_values as (
    select * from history_values
    union all
    select * from peer_values
),

numbered as (
    select
        all_values.n,
        all_values.kind,
        all_values.value is not distinct from nullif(leaves.after, 'null') as is_same,
        case
            when jsonb_typeof(all_values.value) = 'number' and abs((all_values.value)::numeric) < 1e100
                then (all_values.value)::float8
        end as number
    from all_values
    inner join leaves
        on all_values.n = leaves.n
),

summaries as (
    select
        numbered.n,
        numbered.kind,
        count(*) as value_count,
        count(*) filter (where numbered.is_same) as same_count,
        count(numbered.number) as number_count,
        percentile_cont(0.5) within group (order by numbered.number) as median,
        min(numbered.number) as least,
        max(numbered.number) as greatest
    from numbered
    group by
        numbered.n,
        numbered.kind
),

deviations as (
    select
        numbered.n,
        numbered.kind,
        percentile_cont(0.5) within group (order by abs(numbered.number - summaries.median)) as mad
    from numbered
    inner join summaries
        on
            numbered.n = summaries.n
            and numbered.kind = summaries.kind
    where numbered.number is not null
    group by
        numbered.n,
        numbered.kind
),

-- The successful runs of this scenario, the nearest 50, and the first after this one.
passed_runs as (
    (
        select
            own_run.run_id,
            own_run.run_started_at,
            false as is_recovery
        from fact_scenario_run as own_run
        where
            own_run.scenario_key = :scenario_key
            and own_run.run_outcome = 'success'
            and own_run.run_id <> :run_id
        order by abs(extract(epoch from own_run.run_started_at - :started_at::timestamptz))
        limit 50
    )
    union all
    (
        select
            own_run.run_id,
            own_run.run_started_at,
            true
        from fact_scenario_run as own_run
        where
            own_run.scenario_key = :scenario_key
            and own_run.run_outcome = 'success'
            and (own_run.run_started_at, own_run.run_id) > (:started_at::timestamptz, :run_id::uuid)
        order by
            own_run.run_started_at,
            own_run.run_id
        limit 1
    )
),

exact_versions as materialized (
    select distinct
        passed_runs.run_id,
        passed_runs.is_recovery,
        calculation.node_key,
        calculation.node_data_id
    from passed_runs
    inner join fact_node_calc_detail as calculation
        on passed_runs.run_id = calculation.run_id
    where calculation.node_key in (select nodes.node_key from nodes)
),

valid_versions as (
    select
        passed_runs.run_id,
        passed_runs.is_recovery,
        nodes.node_key,
        version.node_data_id
    from passed_runs
    cross join nodes
    cross join lateral (
        select valid.node_data_id
        from fact_scenario_input_change as valid
        where
            valid.scenario_key = :scenario_key
            and valid.node_key = nodes.node_key
            and valid.changed_at <= passed_runs.run_started_at
        order by valid.change_sequence desc
        limit 1
    ) as version
    where not exists (
        select
        from exact_versions
        where
            exact_versions.run_id = passed_runs.run_id
            and exact_versions.node_key = nodes.node_key
    )
),

run_versions as materialized (
    select * from exact_versions
    union all
    select * from valid_versions
),

version_values as materialized (
    select
        leaves.n,
        version.node_data_id,
        nullif(jsonb_path_query_first(version.input_data, leaves.path, '{}', true), 'null')
        is not distinct from nullif(leaves.after, 'null') as is_same
    from (
        select distinct
            run_versions.node_key,
            run_versions.node_data_id
        from run_versions
    ) as used
    inner join fact_scenario_input_change as version
        on
            version.scenario_key = :scenario_key
            and used.node_data_id = version.node_data_id
    inner join leaves
        on used.node_key = leaves.node_key
),

passed as (
    select
        version_values.n,
        count(distinct run_versions.run_id) filter (
            where version_values.is_same and not run_versions.is_recovery
        ) as passed_here,
        bool_or(version_values.is_same) filter (where run_versions.is_recovery) as is_kept
    from version_values
    inner join run_versions
        on version_values.node_data_id = run_versions.node_data_id
    group by version_values.n
)

select
    leaves.n,
    coalesce(history.value_count, 0) as history_count,
    coalesce(history.same_count, 0) as history_same,
    coalesce(history.number_count, 0) as history_numbers,
    history.median as history_median,
    history_deviation.mad as history_mad,
    history.least as history_min,
    history.greatest as history_max,
    coalesce(peer.value_count, 0) as peers_count,
    coalesce(peer.same_count, 0) as peers_same,
    coalesce(peer.number_count, 0) as peers_numbers,
    peer.median as peers_median,
    peer_deviation.mad as peers_mad,
    peer.least as peers_min,
    peer.greatest as peers_max,
    coalesce(passed.passed_here, 0) as passed_here,
    case
        when passed.is_kept then 'KEPT'
        when not passed.is_kept then 'ALTERED'
        else 'NOT_YET'
    end as recovery
from leaves
left join summaries as history
    on leaves.n = history.n and history.kind = 'history'
left join deviations as history_deviation
    on leaves.n = history_deviation.n and history_deviation.kind = 'history'
left join summaries as peer
    on leaves.n = peer.n and peer.kind = 'peers'
left join deviations as peer_deviation
    on leaves.n = peer_deviation.n and peer_deviation.kind = 'peers'
left join passed
    on leaves.n = passed.n
