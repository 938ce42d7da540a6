-- A warehouse of the first migration as it was used: the platform that bench/source.sql makes, seen some time ago, when its
-- first scenario had another name, and a scenario, a node and two people of whom the source knows nothing any more.
insert into dim_date (date_key, full_date, year, quarter, month, week_of_year, day_of_week, is_weekday)
select
    to_char(days.day, 'YYYYMMDD')::int,
    days.day,
    extract(year from days.day),
    extract(quarter from days.day),
    extract(month from days.day),
    extract(week from days.day),
    extract(isodow from days.day) - 1,
    extract(isodow from days.day) < 6
from (select day::date as day from generate_series('2025-12-01'::date, '2026-03-31', '1 day') as day) as days;

insert into dim_model (model_id, model_name, therapeutic_area, disease_area, publish_level, model_type, is_active)
values (md5('model')::uuid, 'NSCLC forecast', 'Oncology', 'Lung cancer', 'global', 'incidence', true);

insert into dim_user (user_id, display_name, first_seen_at, last_seen_at)
values
('lead', 'Lena Lead', '2025-12-01 08:00:00+00', '2026-01-10 17:00:00+00'),
('gone', 'Gustav Gone', '2025-12-02 08:00:00+00', '2025-12-20 16:00:00+00');

insert into dim_forecast_cycle (
    forecast_init_id, model_key, cycle_name, initiated_by, horizon_start, horizon_end, cycle_start_date
)
select md5('cycle')::uuid, dim_model.model_key, 'January', 'lead', 2026, 2035, '2026-01-01'
from dim_model
where dim_model.model_id = md5('model')::uuid;

insert into dim_node (node_id, model_key, node_name, node_type, sequence, is_output, disabled)
select md5('node ' || node)::uuid, dim_model.model_key, 'Node ' || node, 'input', node, false, false
from dim_model
cross join generate_series(1, 3) as node
where dim_model.model_id = md5('model')::uuid
union all
select md5('node long gone')::uuid, dim_model.model_key, 'Node long gone', 'input', 99, false, true
from dim_model
where dim_model.model_id = md5('model')::uuid;

insert into bridge_node_edge (source_node_key, target_node_key)
select before.node_key, after.node_key
from dim_node as before
inner join dim_node as after
    on after.node_id = md5('node 2')::uuid
where before.node_id = md5('node 1')::uuid;

insert into dim_scenario (
    scenario_id, model_key, forecast_cycle_key, created_by_user_key, scenario_name, current_status, currency,
    scenario_start_year, scenario_end_year, is_starter, created_at
)
select
    made.scenario_id,
    dim_model.model_key,
    dim_forecast_cycle.forecast_cycle_key,
    dim_user.user_key,
    made.scenario_name,
    'draft',
    'EUR',
    2026,
    2035,
    false,
    '2025-12-16 10:00:00+00'
from (values
    (md5('scenario 1')::uuid, 'Its earlier name', 'lead'),
    (md5('scenario long gone')::uuid, 'Only we know it', 'gone')
) as made (scenario_id, scenario_name, user_id)
inner join dim_user
    on dim_user.user_id = made.user_id
inner join dim_model
    on dim_model.model_id = md5('model')::uuid
inner join dim_forecast_cycle
    on dim_forecast_cycle.forecast_init_id = md5('cycle')::uuid;

insert into dim_event_type (event_type_id, event_type_name, is_inherent)
values (md5('event type')::uuid, 'New entrant', false);

insert into dim_error_pattern (fingerprint, pattern, error_category, severity, first_seen_at, last_seen_at)
values (
    'f00d', 'market share of <*> must be at most 1', 'data_validation', 'ERROR', '2025-12-17 10:00:00+00',
    '2025-12-18 10:00:00+00'
);
