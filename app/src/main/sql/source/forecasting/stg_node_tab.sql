-- One row per tab of a model's nodes; tabs lie within tabs.
select
    tabs.id as tab_id,
    tabs.parent_tab_id,
    tabs.tab_display_name as tab_name
from fc_model_node_tab as tabs
