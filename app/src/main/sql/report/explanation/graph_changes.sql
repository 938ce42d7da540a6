-- One row per difference of a model between two runs. An edge that is gone counts when it was noticed after the first.
with nodes as (
    select node.*
    from dim_node as node
    where node.model_key = :model_key
),

calculated_before as (
    select distinct calculation.node_key
    from fact_node_calc_detail as calculation
    where calculation.run_id = :baseline_id::uuid
),

calculated_after as (
    select distinct calculation.node_key
    from fact_node_calc_detail as calculation
    where calculation.run_id = :run_id
),

changes as (
    select
        'NODE_ADDED' as kind,
        nodes.node_id,
        null::uuid as other_node_id,
        nodes.created_at as happened_at
    from nodes
    where
        nodes.created_at > :baseline_started_at::timestamptz
        and nodes.created_at <= :started_at::timestamptz
    union all
    select
        case when edge.is_active then 'EDGE_ADDED' else 'EDGE_REMOVED' end,
        target.node_id,
        nodes.node_id,
        case when edge.is_active then edge.created_at end
    from nodes
    inner join bridge_node_edge as edge
        on nodes.node_key = edge.source_node_key
    inner join dim_node as target
        on edge.target_node_key = target.node_key
    where
        (
            edge.is_active
            and edge.created_at > :baseline_started_at::timestamptz
            and edge.created_at <= :started_at::timestamptz
        )
        or (not edge.is_active and edge.loaded_at > :baseline_started_at::timestamptz)
    union all
    select
        'NODE_ENABLED',
        nodes.node_id,
        null,
        null
    from nodes
    inner join calculated_after
        on nodes.node_key = calculated_after.node_key
    where
        nodes.node_key not in (select calculated_before.node_key from calculated_before)
        and exists (select from calculated_before)
        and coalesce(nodes.created_at, '-infinity') <= :baseline_started_at::timestamptz
    union all
    -- A run that fails leaves nodes out: only a node that is disabled now was switched off.
    select
        'NODE_DISABLED',
        nodes.node_id,
        null,
        null
    from nodes
    inner join calculated_before
        on nodes.node_key = calculated_before.node_key
    where
        nodes.disabled
        and nodes.node_key not in (select calculated_after.node_key from calculated_after)
        and exists (select from calculated_after)
    union all
    -- A publication that left no trace but its version: it may have been before the first run, if between the same two loads.
    select
        'MODEL_VERSION',
        null,
        null,
        release.released_at
    from dim_release as release
    where
        release.model_key = :model_key
        and coalesce(release.noticed_at, release.released_at) > :baseline_started_at::timestamptz
        and release.released_at <= :started_at::timestamptz
)

select
    changes.kind,
    changes.node_id,
    changes.other_node_id,
    changes.happened_at
from changes
order by
    changes.kind,
    changes.node_id,
    changes.other_node_id
limit :row_limit
