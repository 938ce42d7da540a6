-- Who may ask, and what each sees. What is seen is decided here, in the database, so that every way in obeys it: the API
-- and the pages (which say who asks, in the setting rca.viewer of each transaction), and readers with a database role of
-- their own, such as Power BI. Nobody bypasses it, not even the owner of the tables: without a viewer there are no rows.

create table api_key (
    key_name text primary key,
    key_hash bytea not null unique,
    scope text not null check (scope in ('read', 'admin')),
    sees_all boolean not null,
    therapeutic_areas text[] not null,
    user_id text,
    created_at timestamptz not null default now(),
    expires_at timestamptz,
    revoked_at timestamptz,
    loaded_at timestamptz not null default now()
);
comment on table api_key is 'One row per API key, revoked ones included.';
comment on column api_key.key_name is 'What the operator calls it. Example: grafana.';
comment on column api_key.key_hash is 'SHA-256 of the key; the key itself is shown once and kept nowhere.';
comment on column api_key.scope is 'read, or admin, which may also read the metrics.';
comment on column api_key.sees_all is 'Whether it sees every scenario.';
comment on column api_key.therapeutic_areas is 'It sees the scenarios of the models of these therapeutic areas.';
comment on column api_key.user_id is 'It sees the scenarios created by this user; null for nobody''s.';
comment on column api_key.created_at is 'When it was made.';
comment on column api_key.expires_at is 'From when it is refused; null for never.';
comment on column api_key.revoked_at is 'When it was revoked; null while it is good.';
comment on column api_key.loaded_at is 'When this row was last written.';

create table access_role (
    role_name text primary key,
    is_admin boolean not null,
    sees_all boolean not null,
    therapeutic_areas text[] not null,
    loaded_at timestamptz not null default now()
);
comment on table access_role is 'One row per role that sees more than a user''s own scenarios.';
comment on column access_role.role_name is 'A role in the tokens of the identity provider, or a role of this database server.';
comment on column access_role.is_admin is 'Whether it may also read the metrics.';
comment on column access_role.sees_all is 'Whether it sees every scenario.';
comment on column access_role.therapeutic_areas is 'It sees the scenarios of the models of these therapeutic areas.';
comment on column access_role.loaded_at is 'When this row was last written.';

-- A scenario tells by itself whether it is seen: its model asks it, and two tables cannot ask each other.
alter table dim_scenario add column therapeutic_area text;
comment on column dim_scenario.therapeutic_area is 'That of its model. Decides who sees the scenario.';
update dim_scenario
set therapeutic_area = dim_model.therapeutic_area
from dim_model
where
    dim_scenario.model_key = dim_model.model_key
    and dim_model.therapeutic_area is not null;

-- The viewer. Who signed in to the database as the owner of the warehouse says for whom a transaction asks; every other
-- role sees what access_role grants it and the roles it is a member of, whatever it says.
create function granted_viewer() returns jsonb
language sql stable parallel safe security definer
begin atomic
    select jsonb_build_object(
        'all', coalesce(bool_or(access_role.sees_all), false),
        'areas', coalesce(
            jsonb_agg(distinct area.name) filter (where area.name is not null), '[]'::jsonb
        )
    )
    from access_role
    inner join pg_catalog.pg_roles as database_role
        on access_role.role_name = database_role.rolname
    left join lateral unnest(access_role.therapeutic_areas) as area (name)
        on true
    where pg_catalog.pg_has_role(session_user, database_role.oid, 'member');
end;
comment on function granted_viewer is 'What the database role that signed in may see.';

create function viewer() returns jsonb
language sql stable parallel safe
return case
    when pg_catalog.pg_has_role(
        session_user,
        (select tables.relowner from pg_catalog.pg_class as tables where tables.oid = 'dim_scenario'::regclass),
        'member'
    ) then nullif(current_setting('rca.viewer', true), '')::jsonb
    else granted_viewer()
end;
comment on function viewer is 'For whom this transaction asks: {"all": true}, or {"areas": [...], "user": "..."}; null for nobody.';

create function sees_all() returns boolean
language sql stable parallel safe
return coalesce((viewer() ->> 'all')::boolean, false);
comment on function sees_all is 'Whether the viewer sees every scenario.';

create function seen_areas() returns text[]
language sql stable parallel safe
return array(select areas.name from jsonb_array_elements_text(viewer() -> 'areas') as areas (name));
comment on function seen_areas is 'The therapeutic areas whose scenarios the viewer sees.';

create function viewer_key() returns int
language sql stable parallel safe
return (
    select dim_user.user_key
    from dim_user
    where
        dim_user.user_id = viewer() ->> 'user'
        and dim_user.user_key > 0
);
comment on function viewer_key is 'The user whose own scenarios the viewer sees; null for nobody''s.';

-- Scenarios first. Everything else is seen through them: the facts of a seen scenario, the models and nodes of one, the
-- error patterns that occur in one. In each policy the first condition is asked once per query.
create policy seen on dim_scenario using (
    (select sees_all())
    or scenario_key > 0
    and (
        created_by_user_key = (select viewer_key())
        or therapeutic_area = any ((select seen_areas())::text[])
    )
);

create policy seen on dim_model using (
    (select sees_all())
    or model_key = -1
    or therapeutic_area = any ((select seen_areas())::text[])
    or model_key in (select dim_scenario.model_key from dim_scenario)
);
create policy seen on dim_forecast_cycle using (
    (select sees_all())
    or forecast_cycle_key = -1
    or model_key in (select dim_model.model_key from dim_model where dim_model.model_key > 0)
);
create policy seen on dim_node using (
    (select sees_all())
    or node_key = -1
    or model_key in (select dim_model.model_key from dim_model where dim_model.model_key > 0)
);
create policy seen on bridge_node_edge using (
    (select sees_all())
    or source_node_key in (select dim_node.node_key from dim_node)
);

do $$
declare
    fact text;
begin
    foreach fact in array array[
        'fact_scenario_run', 'fact_node_calc_detail', 'fact_scenario_state_change', 'fact_user_action',
        'fact_scenario_input_change', 'fact_event_input_change', 'fact_run_comparison', 'fact_run_diagnostic',
        'view_scenario_audit_trail'
    ] loop
        execute format(
            'create policy seen on %I using (
                (select sees_all()) or scenario_key in (select dim_scenario.scenario_key from dim_scenario)
            )',
            fact
        );
    end loop;
end;
$$;

create policy seen on fact_cloudwatch_log using (
    (select sees_all())
    or scenario_id in (select dim_scenario.scenario_id from dim_scenario)
);

create policy seen on dim_error_pattern using (
    (select sees_all())
    or error_pattern_key in (
        select fact_scenario_run.error_pattern_key
        from fact_scenario_run
        where fact_scenario_run.error_pattern_key is not null
        union all
        select fact_node_calc_detail.error_pattern_key
        from fact_node_calc_detail
        where fact_node_calc_detail.error_pattern_key is not null
        union all
        select fact_cloudwatch_log.error_pattern_key
        from fact_cloudwatch_log
        where fact_cloudwatch_log.error_pattern_key is not null
    )
);

-- Counts over all scenarios are for those who see all; a model's days, for those who see all of the model.
create policy seen on fact_reliability_daily using (
    (select sees_all())
    or model_key in (
        select dim_model.model_key
        from dim_model
        where dim_model.therapeutic_area = any ((select seen_areas())::text[])
    )
);
create policy seen on agg_error_pattern_subject using (
    (select sees_all())
    or subject_type = 'scenario'
    and subject_id in (select dim_scenario.scenario_id::text from dim_scenario)
);
create policy seen on agg_log_hour using ((select sees_all()));
create policy seen on agg_error_pattern_hour using ((select sees_all()));
create policy seen on agg_error_pattern_day using ((select sees_all()));
create policy seen on agg_redaction_day using ((select sees_all()));

do $$
declare
    seen record;
begin
    for seen in
        select policies.polrelid::regclass as name
        from pg_policy as policies
        inner join pg_class as tables
            on tables.oid = policies.polrelid
        where
            policies.polname = 'seen'
            and tables.relnamespace = current_schema()::regnamespace
    loop
        execute format('alter table %s enable row level security', seen.name);
        execute format('alter table %s force row level security', seen.name);
    end loop;
end;
$$;

-- The same counts for everybody: kept ones where all that they count is seen, else counted anew from what is seen.
create function seen_reliability_daily() returns table (
    date_key int,
    model_key int,
    top_failing_node_key int,
    top_error_category text,
    total_runs int,
    successful_runs int,
    failed_runs int,
    timeout_runs int,
    total_node_failures bigint,
    avg_duration_seconds numeric(12, 3),
    p95_duration_seconds numeric(12, 3)
)
language sql stable parallel safe
begin atomic
    select
        daily.date_key,
        daily.model_key,
        daily.top_failing_node_key,
        daily.top_error_category,
        daily.total_runs,
        daily.successful_runs,
        daily.failed_runs,
        daily.timeout_runs,
        daily.total_node_failures,
        daily.avg_duration_seconds,
        daily.p95_duration_seconds
    from fact_reliability_daily as daily
    union all
    select
        run.run_date_key,
        run.model_key,
        null::int,
        mode() within group (order by run.error_category) filter (where run.run_outcome in ('failed', 'timeout')),
        count(*)::int,
        (count(*) filter (where run.run_outcome = 'success'))::int,
        (count(*) filter (where run.run_outcome = 'failed'))::int,
        (count(*) filter (where run.run_outcome = 'timeout'))::int,
        sum(run.node_calc_failed + run.node_calc_timeout),
        avg(run.duration_seconds)::numeric(12, 3),
        (percentile_cont(0.95) within group (order by run.duration_seconds))::numeric(12, 3)
    from fact_scenario_run as run
    inner join dim_scenario as scenario
        on run.scenario_key = scenario.scenario_key
    where
        not (select sees_all())
        and (scenario.therapeutic_area = any ((select seen_areas())::text[])) is not true
    group by
        run.run_date_key,
        run.model_key;
end;
comment on function seen_reliability_daily is 'One row per UTC day and model with a run that the viewer sees.';

create function seen_error_pattern_hour() returns table (
    error_pattern_key int,
    hour_start timestamptz,
    environment text,
    severity text,
    line_count bigint
)
language sql stable parallel safe
begin atomic
    select
        lines.error_pattern_key,
        lines.hour_start,
        lines.environment,
        lines.severity,
        lines.line_count
    from agg_error_pattern_hour as lines
    union all
    select
        log.error_pattern_key,
        date_trunc('hour', log.log_timestamp, 'UTC'),
        coalesce(log.environment, ''),
        log.severity,
        1::bigint
    from fact_cloudwatch_log as log
    where
        not (select sees_all())
        and log.error_pattern_key is not null;
end;
comment on function seen_error_pattern_hour is 'Lines of each pattern by hour that the viewer sees, to be summed.';

create function seen_error_pattern_day() returns table (
    day date,
    error_pattern_key int,
    environment text,
    severity text,
    line_count bigint
)
language sql stable parallel safe
begin atomic
    select
        lines.day,
        lines.error_pattern_key,
        lines.environment,
        lines.severity,
        lines.line_count
    from agg_error_pattern_day as lines
    union all
    select
        (log.log_timestamp at time zone 'UTC')::date,
        log.error_pattern_key,
        coalesce(log.environment, ''),
        log.severity,
        1::bigint
    from fact_cloudwatch_log as log
    where
        not (select sees_all())
        and log.error_pattern_key is not null;
end;
comment on function seen_error_pattern_day is 'Lines of each pattern by UTC day that the viewer sees, to be summed.';
