-- One row per change within the time asked for: edits of inputs and events, lifecycle transitions, releases of the platform and
-- publications of models; the oldest first, after the one the cursor names. The values that a scenario begins with are no edits. Of a scenario's change also the runs of that scenario
-- that failed after it, until the scenario next succeeded, a week at most; of a release the runs of the problems that came with it.
-- plan: anew
with change as (
    select
        audit_trail.event_timestamp as changed_at,
        audit_trail.event_type as kind,
        audit_trail.event_category as category,
        audit_trail.user_id as changed_by,
        audit_trail.event_description as description,
        audit_trail.scenario_key,
        audit_trail.node_key,
        null::int as model_key,
        null::int as release_key,
        audit_trail.audit_key as change_key
    from view_scenario_audit_trail as audit_trail
    where
        audit_trail.event_type in ('state_change', 'input_change', 'event_change')
        and audit_trail.event_category is distinct from 'initial_value'
        and audit_trail.event_timestamp >= :from_time::timestamptz
        and (:until_time::timestamptz is null or audit_trail.event_timestamp < :until_time::timestamptz)
    union all
    select
        release.released_at,
        case when release.release_source = 'model' then 'publication' else 'release' end,
        release.release_source,
        release.told_by,
        case
            when release.release_source = 'model' then 'version ' || release.release_name
            else concat_ws(
                ' ', nullif(release.service_name, ''), release.release_name, 'in ' || nullif(release.environment, '')
            )
        end,
        null::int,
        null::int,
        case when release.model_key > 0 then release.model_key end,
        release.release_key,
        'release:' || lpad(release.release_key::text, 10, '0')
    from dim_release as release
    where
        release.released_at >= :from_time::timestamptz
        and (:until_time::timestamptz is null or release.released_at < :until_time::timestamptz)
),

page as (
    select change.*
    from change
    where
        (:kinds::text[] is null or change.kind = any(:kinds::text[]))
        and (:user_id::text is null or change.changed_by = :user_id::text)
        and (
            :after_time::timestamptz is null
            or (change.changed_at, change.change_key) > (:after_time::timestamptz, :after_key::text)
        )
    order by
        change.changed_at,
        change.change_key
    limit :row_limit
)

select
    page.changed_at,
    page.kind,
    page.category,
    page.changed_by,
    page.description,
    scenario.scenario_id,
    scenario.scenario_name,
    node.node_name,
    model.model_name,
    coalesce(after_change.failed_runs, after_release.failed_runs, 0) as failed_runs,
    coalesce(after_change.first_failed_run_id, after_release.first_failed_run_id) as first_failed_run_id,
    page.change_key,
    lower(case :sort::text
        when 'what' then page.description
        when 'kind' then page.kind
        when 'by' then page.changed_by
        when 'scenario' then coalesce(scenario.scenario_name, model.model_name)
    end) as sort_text,
    case :sort::text
        when 'failed' then coalesce(after_change.failed_runs, after_release.failed_runs, 0)
    end as sort_number,
    case :sort::text when 'when' then page.changed_at end as sort_time,
    page.change_key as sort_id
from page
left join dim_scenario as scenario
    on page.scenario_key = scenario.scenario_key
left join dim_node as node
    on page.node_key = node.node_key
left join dim_model as model
    on coalesce(page.model_key, scenario.model_key) = model.model_key
left join lateral (
    select
        count(*) as failed_runs,
        (array_agg(run.run_id order by run.run_started_at, run.run_id))[1] as first_failed_run_id
    from fact_scenario_run as run
    where
        run.scenario_key = page.scenario_key
        and run.run_started_at >= page.changed_at
        and run.run_started_at < least(
            page.changed_at + interval '7 days',
            coalesce(
                (
                    select min(success.run_started_at)
                    from fact_scenario_run as success
                    where
                        success.scenario_key = page.scenario_key
                        and success.run_started_at >= page.changed_at
                        and success.run_outcome = 'success'
                ),
                'infinity'
            )
        )
        and run.run_outcome in ('failed', 'timeout')
) as after_change
    on page.scenario_key is not null
left join lateral (
    select
        count(*) as failed_runs,
        (array_agg(run.run_id order by run.run_started_at, run.run_id))[1] as first_failed_run_id
    from fact_problem_episode as episode
    inner join fact_scenario_run as run
        on run.problem_key = episode.problem_key
        and run.run_started_at between episode.started_at and episode.last_failed_at
    where episode.release_key = page.release_key
) as after_release
    on page.release_key is not null
order by
    page.changed_at,
    page.change_key
