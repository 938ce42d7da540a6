-- One row per problem asked for with a run, in its last episode, that the viewer sees and the channel wants; counted over those
-- runs alone.
with matching_models as (
    select dim_model.model_key
    from dim_model
    where
        (:areas::text[] is null or dim_model.therapeutic_area = any(:areas::text[]))
        and (:models::text[] is null or dim_model.model_name = any(:models::text[]))
),

problems as (
    select
        dim_problem.problem_key,
        dim_problem.problem_id,
        dim_problem.problem_kind,
        dim_problem.problem_class,
        dim_problem.root_fingerprint,
        dim_problem.node_name,
        dim_problem.blamed_input,
        dim_problem.model_key,
        dim_problem.ignored_until,
        episode.episode_no,
        episode.release_key,
        episode.started_at,
        episode.last_failed_at,
        episode.recovered_at
    from dim_problem
    inner join lateral (
        select *
        from fact_problem_episode as last_episode
        where last_episode.problem_key = dim_problem.problem_key
        order by last_episode.episode_no desc
        limit 1
    ) as episode
        on true
    where
        dim_problem.problem_id = any(:problem_ids::text[])
        and dim_problem.merged_into_key is null
),

wanted as (
    select
        run.problem_key,
        run.run_id,
        run.scenario_key,
        run.run_by_user_key,
        run.fail_reason,
        run.run_started_at,
        run.run_started_at >= problems.started_at as is_in_episode
    from problems
    inner join fact_scenario_run as run
        on run.problem_key = problems.problem_key
    where
        run.model_key in (select matching_models.model_key from matching_models)
        and (
            :environments::text[] is null
            or exists (
                select
                from fact_cloudwatch_log as log
                where
                    log.run_id = run.run_id
                    and log.environment = any(:environments::text[])
                    and log.log_timestamp >= run.run_started_at - interval '1 day'
                    and log.log_timestamp < run.run_started_at + interval '8 days'
            )
        )
),

struck as (
    select
        wanted.problem_key,
        count(*) filter (where wanted.is_in_episode) as run_count,
        count(distinct wanted.scenario_key) filter (where wanted.is_in_episode) as scenario_count,
        count(distinct wanted.run_by_user_key) filter (where wanted.is_in_episode) as user_count,
        min(wanted.run_started_at) filter (where wanted.is_in_episode) as first_seen_at,
        max(wanted.run_started_at) as last_seen_at,
        bool_or(not wanted.is_in_episode) as is_back
    from wanted
    group by wanted.problem_key
)

select
    problems.problem_id,
    problems.problem_kind as kind,
    problems.problem_class,
    problems.node_name,
    problems.blamed_input,
    coalesce(case when model.model_key > 0 then model.model_name end, '') as model_name,
    coalesce(said.error_message, newest.fail_reason, pattern.pattern, '') as message,
    problems.episode_no,
    struck.is_back,
    problems.recovered_at,
    problems.ignored_until,
    concat_ws(' ', nullif(release.service_name, ''), release.release_name) as release,
    struck.run_count,
    struck.scenario_count,
    struck.user_count,
    struck.first_seen_at,
    struck.last_seen_at,
    newest.run_id as last_run_id,
    (
        select string_agg(named.scenario_name, ', ' order by named.scenario_name)
        from (
            select distinct scenario.scenario_name
            from wanted
            inner join dim_scenario as scenario
                on wanted.scenario_key = scenario.scenario_key
            where
                wanted.problem_key = problems.problem_key
                and wanted.is_in_episode
                and scenario.scenario_name is not null
            order by scenario.scenario_name
            limit 3
        ) as named
    ) as scenario_names,
    (
        select string_agg(distinct scenario.therapeutic_area, ', ')
        from wanted
        inner join dim_scenario as scenario
            on wanted.scenario_key = scenario.scenario_key
        where
            wanted.problem_key = problems.problem_key
            and wanted.is_in_episode
    ) as areas
from struck
inner join problems
    on struck.problem_key = problems.problem_key
inner join dim_model as model
    on problems.model_key = model.model_key
left join dim_error_pattern as pattern
    on problems.root_fingerprint = pattern.fingerprint
left join dim_release as release
    on problems.release_key = release.release_key
inner join lateral (
    select
        wanted.run_id,
        wanted.fail_reason
    from wanted
    where wanted.problem_key = problems.problem_key
    order by
        wanted.run_started_at desc,
        wanted.run_id desc
    limit 1
) as newest
    on true
left join lateral (
    select calculation.error_message
    from fact_node_calc_detail as calculation
    where
        calculation.run_id = newest.run_id
        and calculation.calc_outcome in ('failed', 'timeout')
        and calculation.error_pattern_key = pattern.error_pattern_key
    order by
        calculation.event_tag,
        calculation.calc_id
    limit 1
) as said
    on problems.problem_kind = 'failure'
where struck.run_count > 0
order by problems.problem_id
