-- step: writes bridge_node_edge, one row per stg_edge
-- One row per edge. Repeating it is harmless: only what differs is written. An edge that is gone stays, inactive.
with candidate as (
    select
        sources.node_key as source_node_key,
        targets.node_key as target_node_key,
        true as is_active,
        min(edges.created_at) as created_at
    from stg_edge as edges
    inner join dim_node as sources
        on sources.node_id = edges.source_node_id
    inner join dim_node as targets
        on targets.node_id = edges.target_node_id
    group by sources.node_key, targets.node_key
),

all_edges as (
    select candidate.*
    from candidate
    union all
    select
        gone.source_node_key,
        gone.target_node_key,
        false,
        gone.created_at
    from bridge_node_edge as gone
    where not exists (
        select
        from candidate
        where candidate.source_node_key = gone.source_node_key
            and candidate.target_node_key = gone.target_node_key
    )
)

insert into bridge_node_edge (source_node_key, target_node_key, is_active, created_at)
select all_edges.*
from all_edges
left join bridge_node_edge as known
    on known.source_node_key = all_edges.source_node_key
    and known.target_node_key = all_edges.target_node_key
where known.source_node_key is null
    or (known.is_active, known.created_at) is distinct from (all_edges.is_active, all_edges.created_at)
on conflict (source_node_key, target_node_key) do update set
    is_active = excluded.is_active,
    created_at = excluded.created_at,
    loaded_at = now()
