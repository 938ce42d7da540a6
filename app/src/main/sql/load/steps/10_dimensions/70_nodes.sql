-- step: writes dim_node, one row per stg_node
-- One row per node. Repeating it is harmless: only what differs is written.
with recursive tabs as (
    select
        outermost.tab_id,
        outermost.tab_name as tab_path
    from stg_node_tab as outermost
    where outermost.parent_tab_id is null
    union all
    select
        inner_tabs.tab_id,
        tabs.tab_path || ' / ' || inner_tabs.tab_name
    from stg_node_tab as inner_tabs
    inner join tabs
        on tabs.tab_id = inner_tabs.parent_tab_id
),

candidate as (
    select
        nodes.node_id,
        coalesce(models.model_key, -1) as model_key,
        nodes.node_name,
        nodes.node_type,
        nodes.flow,
        tabs.tab_path,
        groups.group_name,
        nodes.sequence,
        nodes.is_output,
        nodes.disabled,
        nodes.created_at
    from stg_node as nodes
    left join dim_model as models
        on models.model_id = nodes.model_id
    left join stg_node_group as groups
        on groups.group_id = nodes.group_id
    left join tabs
        on tabs.tab_id = groups.tab_id
)

insert into dim_node (
    node_id, model_key, node_name, node_type, flow, tab_path, group_name, sequence, is_output, disabled, created_at
)
select candidate.*
from candidate
left join dim_node as known
    on known.node_id = candidate.node_id
where known.node_id is null
    or (
        known.model_key, known.node_name, known.node_type, known.flow, known.tab_path, known.group_name,
        known.sequence, known.is_output, known.disabled, known.created_at
    ) is distinct from (
        candidate.model_key, candidate.node_name, candidate.node_type, candidate.flow, candidate.tab_path,
        candidate.group_name, candidate.sequence, candidate.is_output, candidate.disabled, candidate.created_at
    )
on conflict (node_id) do update set
    model_key = excluded.model_key,
    node_name = excluded.node_name,
    node_type = excluded.node_type,
    flow = excluded.flow,
    tab_path = excluded.tab_path,
    group_name = excluded.group_name,
    sequence = excluded.sequence,
    is_output = excluded.is_output,
    disabled = excluded.disabled,
    created_at = excluded.created_at,
    loaded_at = now()
