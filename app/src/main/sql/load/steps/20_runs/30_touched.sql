-- step: prepares touched_scenario, input_version, event_version
-- What this load touches, so that everything derived below is computed for that and no more. A scenario is touched
-- from the start of the last run before the earliest row read: what is derived from two neighbouring runs is right again.
create temporary table touched_scenario on commit drop as
with moments as (
    select
        runs.scenario_key,
        runs.run_started_at as moment
    from stg_run as staged
    inner join fact_scenario_run as runs
        on runs.run_id = staged.run_id
    union all
    select
        scenarios.scenario_key,
        staged.created_at
    from stg_input_version as staged
    inner join dim_scenario as scenarios
        on scenarios.scenario_id = staged.scenario_id
),

earliest as (
    select
        moments.scenario_key,
        min(moments.moment) as moment
    from moments
    group by moments.scenario_key
)

select
    earliest.scenario_key,
    coalesce(before.run_started_at, earliest.moment) as since
from earliest
left join lateral (
    select max(runs.run_started_at) as run_started_at
    from fact_scenario_run as runs
    where runs.scenario_key = earliest.scenario_key
        and runs.run_started_at < earliest.moment
) as before
    on true
where earliest.scenario_key <> -1;

-- Every version of the inputs of which at least one version was read: a late one shifts those after it.
create temporary table input_version on commit drop as
with versions as (
    select
        staged.input_version_id as node_data_id,
        coalesce(scenarios.scenario_key, -1) as scenario_key,
        coalesce(nodes.node_key, -1) as node_key,
        staged.input_hash,
        true as is_staged,
        staged.created_at as changed_at,
        staged.ended_at
    from stg_input_version as staged
    left join dim_scenario as scenarios
        on scenarios.scenario_id = staged.scenario_id
    left join dim_node as nodes
        on nodes.node_id = staged.node_id
),

touched as (
    select distinct
        versions.scenario_key,
        versions.node_key
    from versions
),

all_versions as (
    select versions.*
    from versions
    union all
    select
        known.node_data_id,
        known.scenario_key,
        known.node_key,
        known.new_input_hash,
        false,
        known.changed_at,
        known.ended_at
    from touched
    inner join fact_scenario_input_change as known
        on known.scenario_key = touched.scenario_key
        and known.node_key = touched.node_key
    where not exists (select from stg_input_version as staged where staged.input_version_id = known.node_data_id)
)

select
    all_versions.node_data_id,
    all_versions.scenario_key,
    all_versions.node_key,
    all_versions.input_hash,
    all_versions.is_staged,
    row_number() over history as change_sequence,
    lag(all_versions.node_data_id) over history as previous_node_data_id,
    lag(all_versions.input_hash) over history as previous_input_hash
from all_versions
window history as (
    partition by all_versions.scenario_key, all_versions.node_key
    order by all_versions.changed_at, all_versions.ended_at nulls last, all_versions.node_data_id
);

create temporary table event_version on commit drop as
with versions as (
    select
        staged.event_input_id as event_data_id,
        staged.scenario_event_id as scenario_event_type_id,
        staged.population_node_id,
        staged.product_node_id,
        staged.input_hash,
        true as is_staged,
        staged.created_at as changed_at,
        staged.ended_at
    from stg_event_input as staged
),

touched as (
    select distinct versions.scenario_event_type_id
    from versions
),

all_versions as (
    select versions.*
    from versions
    union all
    select
        known.event_data_id,
        known.scenario_event_type_id,
        known.population_node_id,
        known.product_node_id,
        known.new_input_hash,
        false,
        known.changed_at,
        known.ended_at
    from touched
    inner join fact_event_input_change as known
        on known.scenario_event_type_id = touched.scenario_event_type_id
    where not exists (select from stg_event_input as staged where staged.event_input_id = known.event_data_id)
)

select
    all_versions.event_data_id,
    all_versions.input_hash,
    all_versions.is_staged,
    row_number() over history as change_sequence,
    lag(all_versions.event_data_id) over history as previous_event_data_id,
    lag(all_versions.input_hash) over history as previous_input_hash
from all_versions
window history as (
    partition by
        all_versions.scenario_event_type_id, all_versions.population_node_id, all_versions.product_node_id
    order by all_versions.changed_at, all_versions.ended_at nulls last, all_versions.event_data_id
);

create index on input_version (node_data_id);
create index on event_version (event_data_id);
analyze touched_scenario, input_version, event_version
