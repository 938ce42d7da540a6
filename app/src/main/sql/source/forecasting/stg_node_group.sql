-- One row per group of nodes on a tab.
select
    groups.id as group_id,
    groups.model_node_tab_id as tab_id,
    groups.group_display_name as group_name
from fc_model_node_groups as groups
