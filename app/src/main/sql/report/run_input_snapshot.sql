-- One row per node and input version a run used: exactly the version its calculations name; for a node without a
-- calculation in this run, the version that was valid when the run started.
with versions_of_calculations as (
    select distinct
        calculation.node_key,
        calculation.node_data_id
    from fact_node_calc_detail as calculation
    where
        calculation.run_id = :run_id
        and calculation.scenario_key = :scenario_key
        and calculation.node_data_id is not null
),

used_versions as (
    select
        version.node_key,
        version.node_data_id,
        true as is_exact
    from fact_scenario_input_change as version
    inner join versions_of_calculations
        on
            version.node_data_id = versions_of_calculations.node_data_id
            and version.node_key = versions_of_calculations.node_key
    where version.scenario_key = :scenario_key
),

valid_versions as (
    select distinct on (version.node_key)
        version.node_key,
        version.node_data_id,
        false as is_exact
    from fact_scenario_input_change as version
    where
        version.scenario_key = :scenario_key
        and version.changed_at <= :run_started_at::timestamptz
        and (version.ended_at is null or version.ended_at > :run_started_at::timestamptz)
        and version.node_key not in (select used_versions.node_key from used_versions)
    order by
        version.node_key,
        version.change_sequence desc
),

all_versions as (
    select * from used_versions
    union all
    select * from valid_versions
)

select
    node.node_id,
    case when node.node_key > 0 then node.node_name end as node_name,
    version.node_data_id,
    version.new_input_hash as input_hash,
    version.previous_input_hash,
    version.change_sequence,
    version.change_source,
    version.is_initial,
    version.is_validated,
    all_versions.is_exact,
    nullif(person.user_id, '') as changed_by,
    version.input_data,
    version.changed_at
from all_versions
inner join fact_scenario_input_change as version
    on
        all_versions.node_data_id = version.node_data_id
        and version.scenario_key = :scenario_key
inner join dim_node as node
    on all_versions.node_key = node.node_key
inner join dim_user as person
    on version.changed_by_user_key = person.user_key
order by
    node.node_name,
    node.node_id,
    version.change_sequence
limit :row_limit
