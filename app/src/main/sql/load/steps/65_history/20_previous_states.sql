-- step: writes fact_scenario_state_change
-- The status before each transition, from all that are known of the scenarios read. A withdrawal must have followed a
-- submission; where that was overwritten before any load saw it, the row says so. Repeating it is harmless.
with ordered as (
    select
        changes.scenario_key,
        changes.scenario_id,
        changes.transition_type,
        changes.changed_at,
        lag(changes.new_status) over (
            partition by changes.scenario_key
            order by
                changes.changed_at,
                array_position(
                    array['created', 'submitted', 'locked', 'withdrawn', 'deleted'], changes.transition_type
                )
        ) as known_before
    from stg_scenario as staged
    inner join dim_scenario as scenarios
        on scenarios.scenario_id = staged.scenario_id
    inner join fact_scenario_state_change as changes
        on changes.scenario_key = scenarios.scenario_key
),

candidate as (
    select
        ordered.*,
        case when is_overwritten.yes then 'submitted' else ordered.known_before end as previous_status,
        case when is_overwritten.yes then '{"overwritten_before": "submitted"}'::jsonb end as metadata
    from ordered
    cross join lateral (
        select
            ordered.transition_type = 'withdrawn'
            and coalesce(ordered.known_before, '') not in ('submitted', 'locked') as yes
    ) as is_overwritten
)

update fact_scenario_state_change as changes
set
    previous_status = candidate.previous_status,
    metadata = candidate.metadata,
    loaded_at = now()
from candidate
where changes.scenario_key = candidate.scenario_key
    and changes.scenario_id = candidate.scenario_id
    and changes.transition_type = candidate.transition_type
    and changes.changed_at = candidate.changed_at
    and (changes.previous_status, changes.metadata)
    is distinct from (candidate.previous_status, candidate.metadata)
