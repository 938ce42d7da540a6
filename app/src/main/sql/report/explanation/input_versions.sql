-- One row per input version that tells how an input of a run came to differ from the baseline's: the version the
-- baseline used (is_before), the one the run used (is_used) and those between. Which versions runs used: those their
-- calculations name; for a node without one, the version valid when the run started. Of branches that used several, the
-- newest. Without a baseline run, the first version of the scenario stands for it.
with calculated_after as (
    select distinct
        calculation.node_key,
        calculation.node_data_id
    from fact_node_calc_detail as calculation
    where calculation.run_id = :run_id and calculation.scenario_key = :scenario_key
),

used_after as (
    select distinct on (version.node_key)
        version.node_key,
        version.node_data_id,
        version.new_input_hash,
        version.change_sequence
    from (
        select
            exact.node_key,
            exact.node_data_id,
            exact.new_input_hash,
            exact.change_sequence
        from calculated_after
        inner join fact_scenario_input_change as exact
            on
                exact.scenario_key = :scenario_key
                and calculated_after.node_data_id = exact.node_data_id
        union all
        select
            valid.node_key,
            valid.node_data_id,
            valid.new_input_hash,
            valid.change_sequence
        from fact_scenario_input_change as valid
        where
            valid.scenario_key = :scenario_key
            and valid.changed_at <= :started_at::timestamptz
            and (valid.ended_at is null or valid.ended_at > :started_at::timestamptz)
            and valid.node_key not in (select calculated_after.node_key from calculated_after)
    ) as version
    order by
        version.node_key,
        version.change_sequence desc
),

calculated_before as (
    select distinct
        calculation.node_key,
        calculation.node_data_id
    from fact_node_calc_detail as calculation
    where calculation.run_id = :baseline_id::uuid and calculation.scenario_key = :baseline_scenario_key
),

used_before as (
    select distinct on (version.node_key)
        version.node_key,
        version.node_data_id,
        version.new_input_hash,
        version.change_sequence
    from (
        select
            exact.node_key,
            exact.node_data_id,
            exact.new_input_hash,
            exact.change_sequence
        from calculated_before
        inner join fact_scenario_input_change as exact
            on
                exact.scenario_key = :baseline_scenario_key
                and calculated_before.node_data_id = exact.node_data_id
        union all
        select
            valid.node_key,
            valid.node_data_id,
            valid.new_input_hash,
            valid.change_sequence
        from fact_scenario_input_change as valid
        where
            valid.scenario_key = :baseline_scenario_key
            and valid.changed_at <= :baseline_started_at::timestamptz
            and (valid.ended_at is null or valid.ended_at > :baseline_started_at::timestamptz)
            and valid.node_key not in (select calculated_before.node_key from calculated_before)
        union all
        select
            created.node_key,
            created.node_data_id,
            created.new_input_hash,
            created.change_sequence
        from fact_scenario_input_change as created
        where
            :baseline_id::uuid is null
            and created.scenario_key = :scenario_key
            and created.change_sequence = 1
    ) as version
    order by
        version.node_key,
        version.change_sequence desc
),

differing as (
    select
        coalesce(used_after.node_key, used_before.node_key) as node_key,
        used_before.node_data_id as before_id,
        used_before.change_sequence as before_sequence,
        used_after.node_data_id as after_id,
        used_after.change_sequence as after_sequence
    from used_after
    full outer join used_before
        on used_after.node_key = used_before.node_key
    where
        used_after.node_data_id is distinct from used_before.node_data_id
        and (
            :is_own_baseline::boolean
            or used_after.new_input_hash is distinct from used_before.new_input_hash
        )
),

versions as (
    select
        true as is_before,
        false as is_used,
        version.*
    from differing
    inner join lateral (
        select before.*
        from fact_scenario_input_change as before
        where
            before.scenario_key = case
                when :baseline_id::uuid is null then :scenario_key::int else :baseline_scenario_key::int
            end
            and before.node_data_id = differing.before_id
    ) as version
        on true
    union all
    select
        false,
        version.node_data_id = differing.after_id,
        version.*
    from differing
    inner join lateral (
        select later.*
        from fact_scenario_input_change as later
        where
            later.scenario_key = :scenario_key
            and later.node_key = differing.node_key
            and later.change_sequence <= differing.after_sequence
            and (not :is_own_baseline::boolean or later.change_sequence > coalesce(differing.before_sequence, 0))
        order by later.change_sequence desc
        limit 50
    ) as version
        on true
    -- A run that used an older version than the baseline: it alone stands for the way back.
    union all
    select
        false,
        true,
        version.*
    from differing
    inner join fact_scenario_input_change as version
        on
            version.scenario_key = :scenario_key
            and differing.after_id = version.node_data_id
    where :is_own_baseline::boolean and differing.after_sequence <= differing.before_sequence
)

select
    node.node_key,
    node.node_id,
    coalesce(node.node_name, '') as node_name,
    null::uuid as other_node_id,
    '' as owner,
    node.node_id::text as input_id,
    versions.is_before,
    versions.is_used,
    versions.node_data_id as version_id,
    versions.new_input_hash as input_hash,
    versions.change_sequence,
    versions.is_initial,
    versions.is_validated,
    versions.validation_message::text as validation_message,
    person.user_id as changed_by,
    case when versions.bytes_so_far <= :byte_limit::bigint then versions.input_data end as input_data,
    versions.bytes_so_far > :byte_limit::bigint as is_left_out,
    versions.changed_at
from (
    select
        versions.*,
        -- The newest first, until the limit.
        sum(pg_column_size(versions.input_data)) over (
            order by
                versions.changed_at desc,
                versions.node_data_id
        ) as bytes_so_far
    from versions
) as versions
inner join dim_node as node
    on versions.node_key = node.node_key
inner join dim_user as person
    on versions.changed_by_user_key = person.user_key
order by
    node.node_id,
    versions.is_before desc,
    versions.change_sequence
limit :row_limit
