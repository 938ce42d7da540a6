-- One row per input version written up to an hour after a run started that the run did not use, with the version before
-- it: an innocent that looks guilty.
with calculated as (
    select distinct
        calculation.node_key,
        calculation.node_data_id
    from fact_node_calc_detail as calculation
    where calculation.run_id = :run_id and calculation.scenario_key = :scenario_key
),

used as (
    select
        version.node_key,
        max(version.change_sequence) as change_sequence
    from calculated
    inner join fact_scenario_input_change as version
        on
            version.scenario_key = :scenario_key
            and calculated.node_data_id = version.node_data_id
    group by version.node_key
),

late as (
    select late_version.*
    from fact_scenario_input_change as late_version
    left join used
        on late_version.node_key = used.node_key
    where
        late_version.scenario_key = :scenario_key
        and late_version.changed_at > :from_time::timestamptz
        and late_version.changed_at <= :started_at::timestamptz + interval '1 hour'
        and not late_version.is_duplicate
        and case
            when used.node_key is null then late_version.changed_at > :started_at::timestamptz
            else late_version.change_sequence > used.change_sequence
        end
    order by late_version.changed_at
    limit :row_limit
)

select
    node.node_id,
    late.node_data_id as version_id,
    late.is_initial,
    late.is_validated,
    person.user_id as changed_by,
    previous_version.input_data as previous_input_data,
    late.input_data,
    late.changed_at
from late
inner join dim_node as node
    on late.node_key = node.node_key
inner join dim_user as person
    on late.changed_by_user_key = person.user_key
left join fact_scenario_input_change as previous_version
    on
        previous_version.scenario_key = :scenario_key
        and late.node_key = previous_version.node_key
        and late.change_sequence - 1 = previous_version.change_sequence
