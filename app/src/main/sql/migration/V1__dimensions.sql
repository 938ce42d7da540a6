-- The dimensions of the star schema. Small, replicated, each with an unknown member (-1) so that a late row is
-- visible instead of lost. Unqualified names: the schema is the one configured (REPORTING_DB_SCHEMA, "rpt").

create function outcome_of(status text) returns text
language sql immutable parallel safe
return case translate(lower(status collate "C"), ' _-', '')
    when 'success' then 'success'
    when 'succeeded' then 'success'
    when 'successful' then 'success'
    when 'complete' then 'success'
    when 'completed' then 'success'
    when 'done' then 'success'
    when 'ok' then 'success'
    when 'fail' then 'failed'
    when 'failed' then 'failed'
    when 'failure' then 'failed'
    when 'error' then 'failed'
    when 'errored' then 'failed'
    when 'timeout' then 'timeout'
    when 'timedout' then 'timeout'
    when 'inprogress' then 'in_progress'
    when 'running' then 'in_progress'
    when 'pending' then 'in_progress'
    when 'queued' then 'in_progress'
    when 'started' then 'in_progress'
    when 'processing' then 'in_progress'
    else 'unknown'
end;
comment on function outcome_of is 'Maps the source''s many spellings of a run''s or calculation''s status to success, failed, timeout, in_progress or unknown.';

create table dim_date (
    date_key int primary key,
    full_date date not null unique,
    year int not null,
    quarter int not null,
    month int not null,
    week_of_year int not null,
    day_of_week int not null,
    is_weekday boolean not null,
    loaded_at timestamptz not null default now()
);
comment on table dim_date is 'One row per calendar day (UTC) from the first to the last year with data.';
comment on column dim_date.date_key is 'The day as a number, YYYYMMDD. Example: 20260131.';
comment on column dim_date.full_date is 'The day.';
comment on column dim_date.year is 'Calendar year.';
comment on column dim_date.quarter is 'Quarter of the year, 1 to 4.';
comment on column dim_date.month is 'Month of the year, 1 to 12.';
comment on column dim_date.week_of_year is 'ISO 8601 week, 1 to 53.';
comment on column dim_date.day_of_week is 'Day of the week, 0 = Monday to 6 = Sunday.';
comment on column dim_date.is_weekday is 'True from Monday to Friday.';
comment on column dim_date.loaded_at is 'When this row was last written.';

create table dim_model (
    model_key int generated always as identity primary key,
    model_id uuid not null unique,
    model_name text,
    therapeutic_area text,
    disease_area text,
    publish_level text,
    model_type text,
    country_name text,
    region_name text,
    model_version text,
    is_active boolean not null,
    created_at timestamptz,
    loaded_at timestamptz not null default now()
);
comment on table dim_model is 'One row per forecast model. Source: fc_model.';
comment on column dim_model.model_key is 'Surrogate key; -1 is the unknown model.';
comment on column dim_model.model_id is 'Source: fc_model.id.';
comment on column dim_model.model_name is 'Source: fc_model.model_display_name.';
comment on column dim_model.therapeutic_area is 'Source: fc_model.therapeutic_area_name.';
comment on column dim_model.disease_area is 'Source: fc_model.model_disease_area_name.';
comment on column dim_model.publish_level is 'Source: fc_model.model_publish_level. Example: global.';
comment on column dim_model.model_type is 'Source: fc_model.model_type. Example: incidence.';
comment on column dim_model.country_name is 'Source: fc_model.model_country_display_name; null for a model of no single country.';
comment on column dim_model.region_name is 'Source: fc_model.model_region_display_name.';
comment on column dim_model.model_version is 'Source: fc_model.model_version; null where the installation lacks the column.';
comment on column dim_model.is_active is 'False once the model is no longer in the source.';
comment on column dim_model.created_at is 'Source: fc_model.created_at.';
comment on column dim_model.loaded_at is 'When this row was last written.';

create table dim_forecast_cycle (
    forecast_cycle_key int generated always as identity primary key,
    forecast_init_id uuid not null unique,
    model_key int not null references dim_model,
    cycle_name text,
    initiated_by text,
    horizon_start int,
    horizon_end int,
    cycle_start_date date,
    cycle_end_date date,
    initiated_at timestamptz,
    correlation_id uuid,
    loaded_at timestamptz not null default now()
);
comment on table dim_forecast_cycle is 'One row per forecast cycle started for a model. Source: fc_forecast_init.';
comment on column dim_forecast_cycle.forecast_cycle_key is 'Surrogate key; -1 is the unknown cycle.';
comment on column dim_forecast_cycle.forecast_init_id is 'Source: fc_forecast_init.id.';
comment on column dim_forecast_cycle.model_key is 'The model the cycle belongs to.';
comment on column dim_forecast_cycle.cycle_name is 'Source: fc_forecast_init.forecast_cycle_display_name. Example: May 5YP.';
comment on column dim_forecast_cycle.initiated_by is 'User who initiated it. Source: fc_forecast_init.initiated_by.';
comment on column dim_forecast_cycle.horizon_start is 'First year of the forecast horizon.';
comment on column dim_forecast_cycle.horizon_end is 'Last year of the forecast horizon.';
comment on column dim_forecast_cycle.cycle_start_date is 'Source: fc_forecast_init.forecast_cycle_start_dt, as a UTC day.';
comment on column dim_forecast_cycle.cycle_end_date is 'Source: fc_forecast_init.forecast_cycle_end_dt, as a UTC day.';
comment on column dim_forecast_cycle.initiated_at is 'Source: fc_forecast_init.initiated_at.';
comment on column dim_forecast_cycle.correlation_id is 'Source: fc_forecast_init.initiated_req_id.';
comment on column dim_forecast_cycle.loaded_at is 'When this row was last written.';

create table dim_user (
    user_key int generated always as identity primary key,
    user_id text not null unique,
    display_name text,
    first_seen_at timestamptz,
    last_seen_at timestamptz,
    loaded_at timestamptz not null default now()
);
comment on table dim_user is 'One row per user name found in any *_by column of the source.';
comment on column dim_user.user_key is 'Surrogate key; -1 is the unknown user.';
comment on column dim_user.user_id is 'The user name as the source writes it.';
comment on column dim_user.display_name is 'Name to show; the user name until a better one is known.';
comment on column dim_user.first_seen_at is 'Time of the earliest trace of this user.';
comment on column dim_user.last_seen_at is 'Time of the latest trace of this user.';
comment on column dim_user.loaded_at is 'When this row was last written.';

create table dim_scenario (
    scenario_key int generated always as identity primary key,
    scenario_id uuid not null unique,
    model_key int not null references dim_model,
    forecast_cycle_key int not null references dim_forecast_cycle,
    created_by_user_key int not null references dim_user,
    core_scenario_id uuid,
    scenario_name text,
    current_status text,
    region_name text,
    country_name text,
    currency text,
    scenario_start_year int,
    scenario_end_year int,
    is_starter boolean,
    created_at timestamptz,
    updated_at timestamptz,
    loaded_at timestamptz not null default now()
);
create index dim_scenario_model on dim_scenario (model_key);
comment on table dim_scenario is 'One row per scenario, as last seen. Source: fc_scenario.';
comment on column dim_scenario.scenario_key is 'Surrogate key; -1 is the unknown scenario.';
comment on column dim_scenario.scenario_id is 'Source: fc_scenario.id.';
comment on column dim_scenario.model_key is 'The model the scenario belongs to.';
comment on column dim_scenario.forecast_cycle_key is 'The forecast cycle the scenario belongs to.';
comment on column dim_scenario.created_by_user_key is 'User who created it.';
comment on column dim_scenario.core_scenario_id is 'Source: fc_scenario.core_scenario_id; the scenario this one was made from.';
comment on column dim_scenario.scenario_name is 'Source: fc_scenario.scenario_display_name.';
comment on column dim_scenario.current_status is 'As the source writes it. Example: draft, submitted, locked, withdrawn, deleted.';
comment on column dim_scenario.region_name is 'Source: fc_scenario.scenario_region_name.';
comment on column dim_scenario.country_name is 'Source: fc_scenario.scenario_country_name.';
comment on column dim_scenario.currency is 'Source: fc_scenario.currency. Example: USD.';
comment on column dim_scenario.scenario_start_year is 'First year forecast.';
comment on column dim_scenario.scenario_end_year is 'Last year forecast.';
comment on column dim_scenario.is_starter is 'True for the starter scenario others are copied from.';
comment on column dim_scenario.created_at is 'Source: fc_scenario.created_at.';
comment on column dim_scenario.updated_at is 'Source: fc_scenario.updated_at, as last seen.';
comment on column dim_scenario.loaded_at is 'When this row was last written.';

create table dim_node (
    node_key int generated always as identity primary key,
    node_id uuid not null unique,
    model_key int not null references dim_model,
    node_name text,
    node_type text,
    flow text,
    tab_path text,
    group_name text,
    sequence int,
    is_output boolean,
    disabled boolean,
    created_at timestamptz,
    loaded_at timestamptz not null default now()
);
create index dim_node_model on dim_node (model_key);
comment on table dim_node is 'One row per node of a model. Source: fc_model_node.';
comment on column dim_node.node_key is 'Surrogate key; -1 is the unknown node.';
comment on column dim_node.node_id is 'Source: fc_model_node.id.';
comment on column dim_node.model_key is 'The model the node belongs to.';
comment on column dim_node.node_name is 'Source: fc_model_node.node_display_name.';
comment on column dim_node.node_type is 'Source: fc_model_node.node_type.';
comment on column dim_node.flow is 'Source: fc_model_node.flow. Example: patient_flow.';
comment on column dim_node.tab_path is 'Names of the tabs from the outermost, joined by " / ".';
comment on column dim_node.group_name is 'Source: fc_model_node_groups.group_display_name.';
comment on column dim_node.sequence is 'Position within the group. Source: fc_model_node.node_seq.';
comment on column dim_node.is_output is 'True when the node is a result of the model.';
comment on column dim_node.disabled is 'True when the node is switched off.';
comment on column dim_node.created_at is 'Source: fc_model_node.created_at.';
comment on column dim_node.loaded_at is 'When this row was last written.';

create table bridge_node_edge (
    source_node_key int not null references dim_node,
    target_node_key int not null references dim_node,
    is_active boolean not null default true,
    created_at timestamptz,
    loaded_at timestamptz not null default now(),
    primary key (source_node_key, target_node_key)
);
create index bridge_node_edge_target on bridge_node_edge (target_node_key);
comment on table bridge_node_edge is 'One row per edge of a model''s node graph. Source: fc_model_node_edge.';
comment on column bridge_node_edge.source_node_key is 'The node whose result is used.';
comment on column bridge_node_edge.target_node_key is 'The node that uses it.';
comment on column bridge_node_edge.is_active is 'False once the edge is no longer in the source.';
comment on column bridge_node_edge.created_at is 'Source: fc_model_node_edge.created_at.';
comment on column bridge_node_edge.loaded_at is 'When this row was last written.';

create table dim_event_type (
    event_type_key int generated always as identity primary key,
    event_type_id uuid not null unique,
    event_type_name text,
    updated_by text,
    is_inherent boolean,
    updated_at timestamptz,
    loaded_at timestamptz not null default now()
);
comment on table dim_event_type is 'One row per kind of market event. Source: fc_event_type.';
comment on column dim_event_type.event_type_key is 'Surrogate key; -1 is the unknown event type.';
comment on column dim_event_type.event_type_id is 'Source: fc_event_type.id.';
comment on column dim_event_type.event_type_name is 'Source: fc_event_type.display_name.';
comment on column dim_event_type.updated_by is 'Source: fc_event_type.updated_by, which some installations spell udpated_by.';
comment on column dim_event_type.updated_at is 'Source: fc_event_type.updated_at.';
comment on column dim_event_type.is_inherent is 'Source: fc_event_type.inherent.';
comment on column dim_event_type.loaded_at is 'When this row was last written.';

create table dim_error_pattern (
    error_pattern_key int generated always as identity primary key,
    fingerprint text not null unique,
    pattern text not null,
    error_category text not null,
    category_rule text,
    severity text,
    first_seen_at timestamptz,
    last_seen_at timestamptz,
    loaded_at timestamptz not null default now()
);
comment on table dim_error_pattern is 'One row per error pattern: a message with its variable parts removed.';
comment on column dim_error_pattern.error_pattern_key is 'Surrogate key.';
comment on column dim_error_pattern.fingerprint is 'Stable id of the pattern, the same after a restart and in any order of arrival.';
comment on column dim_error_pattern.pattern is 'The template, variable parts as <*>.';
comment on column dim_error_pattern.error_category is 'Kind of error. Example: timeout, validation, missing_input, uncategorized.';
comment on column dim_error_pattern.category_rule is 'The rule that decided the category.';
comment on column dim_error_pattern.severity is 'Highest severity seen: critical, major, minor, info.';
comment on column dim_error_pattern.first_seen_at is 'Time of the first occurrence known.';
comment on column dim_error_pattern.last_seen_at is 'Time of the last occurrence known.';
comment on column dim_error_pattern.loaded_at is 'When this row was last written.';

-- The unknown members.
insert into dim_model (model_key, model_id, model_name, is_active)
overriding system value values (-1, '00000000-0000-0000-0000-000000000000', '(unknown)', false);
insert into dim_forecast_cycle (forecast_cycle_key, forecast_init_id, model_key, cycle_name)
overriding system value values (-1, '00000000-0000-0000-0000-000000000000', -1, '(unknown)');
insert into dim_user (user_key, user_id, display_name)
overriding system value values (-1, '', '(unknown)');
insert into dim_scenario (scenario_key, scenario_id, model_key, forecast_cycle_key, created_by_user_key, scenario_name)
overriding system value values (-1, '00000000-0000-0000-0000-000000000000', -1, -1, -1, '(unknown)');
insert into dim_node (node_key, node_id, model_key, node_name)
overriding system value values (-1, '00000000-0000-0000-0000-000000000000', -1, '(unknown)');
insert into dim_event_type (event_type_key, event_type_id, event_type_name)
overriding system value values (-1, '00000000-0000-0000-0000-000000000000', '(unknown)');
