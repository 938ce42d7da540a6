select
    scenarios.scenario_id || ' ' || transitions.transition_type as id,
    (transitions.changed_at at time zone 'UTC')::date as day,
    concat_ws('|', transitions.changed_by, extract(epoch from transitions.changed_at)) as content
from stg_scenario as scenarios
cross join lateral (
    values
    ('created', scenarios.created_by, scenarios.created_at),
    ('submitted', scenarios.submitted_by, scenarios.submitted_at),
    ('locked', scenarios.locked_by, scenarios.locked_at),
    ('withdrawn', scenarios.withdrawn_by, scenarios.withdrawn_at),
    ('deleted', scenarios.deleted_by, scenarios.deleted_at)
) as transitions (transition_type, changed_by, changed_at)
where transitions.changed_at is not null
