-- One row per version of an event's input that tells how it came to differ from what was valid when the baseline
-- started: the version valid then (is_before), the one valid when the run started (is_used) and those between. Without
-- a baseline of the same scenario all versions count.
with versions as (
    select
        event.*,
        event.changed_at <= :started_at::timestamptz
        and (event.ended_at is null or event.ended_at > :started_at::timestamptz) as is_used,
        :is_own_baseline::boolean
        and event.changed_at <= :baseline_started_at::timestamptz
        and (event.ended_at is null or event.ended_at > :baseline_started_at::timestamptz) as is_before
    from fact_event_input_change as event
    where
        event.scenario_key = :scenario_key
        and event.changed_at <= :started_at::timestamptz
        and (
            not :is_own_baseline::boolean
            or event.ended_at is null
            or event.ended_at > :baseline_started_at::timestamptz
        )
),

differing as (
    select
        versions.scenario_event_type_id,
        versions.population_node_id,
        versions.product_node_id
    from versions
    group by
        versions.scenario_event_type_id,
        versions.population_node_id,
        versions.product_node_id
    having not bool_or(versions.is_used and versions.is_before)
)

select
    null::int as node_key,
    coalesce(versions.product_node_id, versions.population_node_id) as node_id,
    coalesce(node.node_name, '') as node_name,
    versions.population_node_id as other_node_id,
    coalesce(event_type.event_type_name, '') as owner,
    concat_ws(
        ':', versions.scenario_event_type_id, versions.population_node_id, versions.product_node_id
    ) as input_id,
    versions.is_before,
    versions.is_used,
    versions.event_data_id as version_id,
    null::text as input_hash,
    versions.change_sequence,
    false as is_initial,
    versions.is_validated,
    null as validation_message,
    person.user_id as changed_by,
    case
        when versions.overridden_shares is null or jsonb_typeof(versions.event_data) <> 'object' then versions.event_data
        else versions.event_data || jsonb_build_object('overridden_shares', versions.overridden_shares)
    end as input_data,
    false as is_left_out,
    versions.changed_at
from versions
inner join differing
    on
        versions.scenario_event_type_id = differing.scenario_event_type_id
        and versions.population_node_id is not distinct from differing.population_node_id
        and versions.product_node_id is not distinct from differing.product_node_id
inner join dim_event_type as event_type
    on versions.event_type_key = event_type.event_type_key
inner join dim_user as person
    on versions.changed_by_user_key = person.user_key
left join dim_node as node
    on coalesce(versions.product_node_id, versions.population_node_id) = node.node_id
where coalesce(versions.product_node_id, versions.population_node_id) is not null
order by
    input_id,
    versions.is_before desc,
    versions.change_sequence
limit :row_limit
