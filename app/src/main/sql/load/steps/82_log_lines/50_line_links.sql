-- step: prepares log_relinked
-- Lines that came before what they belong to: those that name a run or a request that this load has read.
create temporary table log_relinked on commit drop as
with arrived_runs as (
    select
        runs.run_id,
        runs.correlation_id,
        nullif(scenarios.scenario_id, '00000000-0000-0000-0000-000000000000') as scenario_id
    from stg_run as staged
    inner join fact_scenario_run as runs
        on runs.run_id = staged.run_id
    inner join dim_scenario as scenarios
        on scenarios.scenario_key = runs.scenario_key
),

arrived_requests as (
    select staged.created_correlation_id as correlation_id from stg_scenario as staged
    union
    select staged.updated_correlation_id from stg_scenario as staged
    union
    select staged.submitted_correlation_id from stg_scenario as staged
    union
    select staged.locked_correlation_id from stg_scenario as staged
    union
    select staged.withdrawn_correlation_id from stg_scenario as staged
    union
    select staged.deleted_correlation_id from stg_scenario as staged
    union
    select staged.correlation_id from stg_input_version as staged
    union
    select staged.correlation_id from stg_event_input as staged
    union
    select staged.correlation_id from stg_cycle as staged
),

arrived_actions as (
    select
        actions.correlation_id,
        min(scenarios.scenario_id::text) filter (where scenarios.scenario_key <> -1)::uuid as scenario_id
    from arrived_requests
    inner join fact_user_action as actions
        on actions.correlation_id = arrived_requests.correlation_id
    inner join dim_scenario as scenarios
        on scenarios.scenario_key = actions.scenario_key
    group by actions.correlation_id
),

found as (
    select
        lines.*,
        1 as rank,
        'run' as found_link,
        arrived_runs.run_id as found_run_id,
        arrived_runs.scenario_id as found_scenario_id
    from arrived_runs
    inner join fact_cloudwatch_log as lines
        on lines.run_id = arrived_runs.run_id
    where lines.link in ('unknown', 'scenario', 'action')
        or (lines.link = 'run' and lines.scenario_id is null and arrived_runs.scenario_id is not null)
    union all
    select
        lines.*,
        2,
        'request',
        arrived_runs.run_id,
        arrived_runs.scenario_id
    from arrived_runs
    inner join fact_cloudwatch_log as lines
        on lines.correlation_id = arrived_runs.correlation_id
    where lines.run_id is null
        and lines.link in ('unknown', 'scenario', 'action')
    union all
    select
        lines.*,
        3,
        'action',
        null,
        arrived_actions.scenario_id
    from arrived_actions
    inner join fact_cloudwatch_log as lines
        on lines.correlation_id = arrived_actions.correlation_id
    where lines.link in ('unknown', 'scenario')
    union all
    select
        lines.*,
        4,
        'scenario',
        null,
        scenarios.scenario_id
    from fact_cloudwatch_log as lines
    inner join dim_scenario as scenarios
        on scenarios.scenario_id = lines.scenario_id
    inner join stg_scenario as staged
        on staged.scenario_id = scenarios.scenario_id
    where lines.link = 'unknown'
        and lines.scenario_id is not null
)

select distinct on (found.log_timestamp, found.log_group, found.event_id)
    found.log_timestamp,
    found.log_group,
    found.event_id,
    found.found_link as link,
    coalesce(found.run_id, found.found_run_id) as run_id,
    coalesce(found.scenario_id, found.found_scenario_id) as scenario_id,
    found.environment,
    found.severity,
    found.error_pattern_key,
    found.scenario_id as scenario_id_before,
    found.node_id,
    found.user_id
from found
order by
    found.log_timestamp,
    found.log_group,
    found.event_id,
    found.rank;

analyze log_relinked;

-- A line that was new in this load is counted once, as it is in the end.
insert into log_change
select
    changes.factor, relinked.log_timestamp, relinked.log_group, relinked.environment, relinked.severity,
    relinked.error_pattern_key,
    case when changes.factor = 1 then relinked.scenario_id else relinked.scenario_id_before end,
    relinked.node_id, relinked.user_id
from log_relinked as relinked
cross join (values (-1), (1)) as changes (factor)
where relinked.scenario_id is distinct from relinked.scenario_id_before
