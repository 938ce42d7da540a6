-- A platform's history of a given size, made by the database itself: :scenarios scenarios, each with :runs runs over
-- :nodes nodes in two branches, and three edits between two runs. Every tenth run fails, every hundredth times out.
-- Everything follows from the numbers: the same sizes give the same rows.

insert into fc_model (
    id, therapeutic_area_id, therapeutic_area_name, model_display_name, model_disease_area_id,
    model_disease_area_name, model_publish_level, created_at, created_req_id, model_type
)
values (
    md5('model')::uuid, md5('area')::uuid, 'Oncology', 'NSCLC forecast', md5('disease')::uuid, 'Lung cancer', 'global',
    '2025-12-01', md5('model request')::uuid, 'incidence'
);

insert into fc_model_node_tab (id, model_id, tab_display_name, tab_level, tab_seq, parent_tab_id)
values
(md5('tab 1')::uuid, md5('model')::uuid, 'Patients', 1, 1, null),
(md5('tab 2')::uuid, md5('model')::uuid, 'Treatment', 2, 1, md5('tab 1')::uuid);

insert into fc_model_node_groups (id, model_node_tab_id, group_type, group_display_name, group_seq)
values (md5('group')::uuid, md5('tab 2')::uuid, 'treatment', 'Shares', 1);

insert into fc_model_node (
    id, model_node_group_id, model_id, flow, base_node_id, node_display_name, model_config_id, node_type, node_seq,
    created_at, is_output
)
select
    md5('node ' || node)::uuid,
    md5('group')::uuid,
    md5('model')::uuid,
    'patient_flow',
    md5('base ' || node)::uuid,
    'Node ' || node,
    md5('config')::uuid,
    'share',
    node,
    '2025-12-01',
    node = :nodes
from generate_series(1, :nodes) as node;

insert into fc_model_node_edge (id, source_node_id, target_node_id, created_at)
select
    md5('edge ' || node)::uuid,
    md5('node ' || node / 2)::uuid,
    md5('node ' || node)::uuid,
    '2025-12-01'
from generate_series(2, :nodes) as node;

insert into fc_forecast_init (
    id, model_id, forecast_cycle_id, forecast_cycle_display_name, forecast_cycle_end_dt, horizon_start_limit,
    horizon_end_limit, initiated_by, initiated_at, initiated_req_id, forecast_cycle_start_dt
)
values (
    md5('cycle')::uuid, md5('model')::uuid, md5('cycle id')::uuid, 'January', '2026-04-01', 2026, 2035, 'lead',
    '2025-12-15 09:00:00+00', md5('cycle request')::uuid, '2026-01-01'
);

insert into fc_event_type (id, display_name, inherent, created_at, created_by, updated_at, updated_by)
values (md5('event type')::uuid, 'New entrant', false, '2025-12-01', 'lead', '2025-12-01', 'lead');

insert into fc_scenario (
    id, model_id, forecast_init_id, scenario_display_name, is_starter, status, scenario_start_year,
    scenario_end_year, created_at, created_by, created_req_id, submitted_at, submitted_by, submitted_req_id,
    updated_at, updated_by, updated_req_id, currency
)
select
    md5('scenario ' || scenario)::uuid,
    md5('model')::uuid,
    md5('cycle')::uuid,
    'Scenario ' || scenario,
    scenario = 1,
    case when scenario % 5 = 0 then 'submitted' else 'draft' end,
    2026,
    2035,
    made.at,
    'user' || scenario % 20,
    md5('create ' || scenario)::uuid,
    case when scenario % 5 = 0 then made.at + interval '40 days' end,
    case when scenario % 5 = 0 then 'user' || scenario % 20 end,
    case when scenario % 5 = 0 then md5('submit ' || scenario)::uuid end,
    made.at + interval '40 days',
    'user' || scenario % 20,
    md5(case when scenario % 5 = 0 then 'submit ' else 'update ' end || scenario)::uuid,
    'USD'
from generate_series(1, :scenarios) as scenario
cross join lateral (
    select timestamptz '2026-01-05 08:00:00+00' + scenario * interval '11 minutes' as at
) as made;

insert into fc_scenario_event_type (id, event_type_id, scenario_id)
select
    md5('link ' || scenario)::uuid,
    md5('event type')::uuid,
    md5('scenario ' || scenario)::uuid
from generate_series(1, :scenarios) as scenario;

insert into fc_scenario_event_data (
    id, scenario_event_type_id, population_node_id, parent_product_node_id, event_data, event_data_hash, created_at,
    created_by, created_req_id, end_at
)
select
    md5('event ' || scenario || ' ' || version)::uuid,
    md5('link ' || scenario)::uuid,
    md5('node 1')::uuid,
    md5('node 2')::uuid,
    jsonb_build_object('year', 2028, 'erosion_rate', version * 0.05, 'steady_state', 0.3),
    md5('event ' || version),
    timestamptz '2026-01-05 08:30:00+00' + scenario * interval '11 minutes' + version * interval '2 days',
    'user' || scenario % 20,
    md5('event request ' || scenario || ' ' || version)::uuid,
    case
        when version < 2
            then timestamptz '2026-01-05 08:30:00+00' + scenario * interval '11 minutes'
            + (version + 1) * interval '2 days'
    end
from generate_series(1, :scenarios) as scenario
cross join generate_series(1, 2) as version;

insert into fc_scenario_node_data (
    id, model_node_id, scenario_id, input_data, source, input_hash, input_validated, created_by, created_at,
    created_req_id, end_by, end_at, end_req_id
)
with edits as (
    select
        scenario,
        node,
        0 as run
    from generate_series(1, :scenarios) as scenario
    cross join generate_series(1, :nodes) as node
    union
    select
        scenario,
        (scenario * 7 + run * 3 + edit) % :nodes + 1,
        run
    from generate_series(1, :scenarios) as scenario
    cross join generate_series(1, :runs - 1) as run
    cross join generate_series(0, 2) as edit
),

timed as (
    select
        edits.*,
        timestamptz '2026-01-05 08:00:00+00' + edits.scenario * interval '11 minutes'
        + edits.run * interval '1 day' + case when edits.run = 0 then interval '0' else interval '30 minutes' end as at
    from edits
)

select
    md5('input ' || timed.scenario || ' ' || timed.node || ' ' || timed.run)::uuid,
    md5('node ' || timed.node)::uuid,
    md5('scenario ' || timed.scenario)::uuid,
    jsonb_build_object(
        'base_share', round(0.1 + (timed.node + timed.run) % 7 * 0.01, 4),
        'peak_share', 0.4,
        'growth_rate', round(0.02 + timed.scenario % 9 * 0.001, 4),
        'market_size', 500000 + timed.node * 10,
        'time_to_peak', 24 + timed.run,
        'treatment_duration', 12,
        'line_of_therapy', '2L',
        'unit', 'patients',
        'yearly', jsonb_build_array(
            jsonb_build_object('year', 2026, 'value', timed.run),
            jsonb_build_object('year', 2027, 'value', timed.run + 1)
        )
    ),
    case when timed.run = 0 then 'create_scenario' else 'edit_scenario' end,
    md5('hash ' || timed.scenario % 9 || ' ' || timed.node || ' ' || timed.run),
    timed.run % 2 = 0,
    'user' || timed.scenario % 20,
    timed.at,
    md5('input request ' || timed.scenario || ' ' || timed.run)::uuid,
    case when lead(timed.at) over history is not null then 'user' || timed.scenario % 20 end,
    lead(timed.at) over history,
    case
        when lead(timed.at) over history is not null
            then md5('input request ' || timed.scenario || ' ' || lead(timed.run) over history)::uuid
    end
from timed
window history as (partition by timed.scenario, timed.node order by timed.run);

insert into fc_scenario_run (id, scenario_id, run_status, run_at, run_by, run_req_id, run_complete_at, fail_reason)
select
    md5('run ' || scenario || ' ' || run)::uuid,
    md5('scenario ' || scenario)::uuid,
    case when (scenario + run) % 100 = 0 then 'timeout' when (scenario + run) % 10 = 0 then 'failed' else 'success' end,
    timestamptz '2026-01-05 09:00:00+00' + scenario * interval '11 minutes' + run * interval '1 day',
    'user' || scenario % 20,
    md5('run request ' || scenario || ' ' || run)::uuid,
    timestamptz '2026-01-05 09:01:30+00' + scenario * interval '11 minutes' + run * interval '1 day',
    case
        when (scenario + run) % 100 = 0 then 'Run exceeded 300 s'
        when (scenario + run) % 10 = 0 then 'Node ' || run || ': shares sum to ' || 1 + run * 0.1
    end
from generate_series(1, :scenarios) as scenario
cross join generate_series(1, :runs) as run;

insert into fc_scenario_run_branch (id, scenario_run_id, event_tag)
select
    md5('branch ' || scenario || ' ' || run || ' ' || branch)::uuid,
    md5('run ' || scenario || ' ' || run)::uuid,
    case branch when 1 then 'with events' else 'without events' end
from generate_series(1, :scenarios) as scenario
cross join generate_series(1, :runs) as run
cross join generate_series(1, 2) as branch;

insert into fc_scenario_node_calc (
    id, scenario_run_branch_id, model_node_id, scenario_node_data_id, processing_start_at, processing_end_at,
    output_data, processed, created_at, updated_at, status, fail_reason
)
with versions as (
    select
        versions.id,
        versions.scenario_id,
        versions.model_node_id,
        versions.created_at,
        coalesce(versions.end_at, 'infinity') as end_at
    from fc_scenario_node_data as versions
)

select
    md5('calc ' || branches.id || versions.model_node_id)::uuid,
    branches.id,
    versions.model_node_id,
    versions.id,
    runs.run_at + interval '1 second',
    runs.run_at + interval '1 second' + nodes.node_seq * interval '7 milliseconds',
    case when is_failing.yes then null else jsonb_build_object('value', nodes.node_seq * 1.5, 'year', 2026) end,
    not is_failing.yes,
    runs.run_at + interval '1 second',
    runs.run_at + interval '2 seconds',
    case when is_failing.yes then 'failed' else 'success' end,
    case when is_failing.yes then nodes.node_display_name || ': ' || runs.fail_reason end
from fc_scenario_run as runs
inner join fc_scenario_run_branch as branches
    on branches.scenario_run_id = runs.id
inner join versions
    on versions.scenario_id = runs.scenario_id
    and versions.created_at <= runs.run_at
    and versions.end_at > runs.run_at
inner join fc_model_node as nodes
    on nodes.id = versions.model_node_id
cross join lateral (
    select runs.run_status = 'failed' and nodes.node_seq > :nodes - 3 as yes
) as is_failing;

insert into fc_scenario_event_calc (id, scenario_run_branch_id, event_data_id, drug_treated_patients)
select
    md5('event calc ' || branches.id)::uuid,
    branches.id,
    md5('event ' || scenarios.scenario || ' 2')::uuid,
    '[1, 2, 3]'
from generate_series(1, :scenarios) as scenarios (scenario)
inner join fc_scenario_run as runs
    on runs.scenario_id = md5('scenario ' || scenarios.scenario)::uuid
inner join fc_scenario_run_branch as branches
    on branches.scenario_run_id = runs.id
where branches.event_tag = 'with events'
