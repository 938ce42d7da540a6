-- One row per problem with a run that the viewer sees and that matches, counted over those runs alone, in the order asked for,
-- after the one the cursor names.
-- plan: anew
with matching_models as (
    select model.model_key
    from dim_model as model
    where
        (:model_id::uuid is null or model.model_id = :model_id::uuid)
        and (:therapeutic_area::text is null or model.therapeutic_area = :therapeutic_area::text)
        and (:disease_area::text is null or model.disease_area = :disease_area::text)
),

struck as (
    select
        run.problem_key,
        count(*) as run_count,
        count(*) filter (where run.run_started_at >= :from_time::timestamptz) as recent_run_count,
        count(distinct run.scenario_key) as scenario_count,
        count(distinct run.run_by_user_key) as user_count,
        min(run.run_started_at) as first_seen_at,
        max(run.run_started_at) as last_seen_at
    from fact_scenario_run as run
    where
        run.problem_key is not null
        and (
            :problem_id::text is null
            or run.problem_key = (
                select asked.problem_key from dim_problem as asked where asked.problem_id = :problem_id::text
            )
        )
        and run.model_key in (select matching_models.model_key from matching_models)
        and (
            :scenario_id::uuid is null
            or run.scenario_key = (
                select asked.scenario_key from dim_scenario as asked where asked.scenario_id = :scenario_id::uuid
            )
        )
        and (
            :environment::text is null
            or exists (
                select
                from fact_cloudwatch_log as log
                where
                    log.run_id = run.run_id
                    and log.environment = :environment::text
                    and log.log_timestamp >= run.run_started_at - interval '1 day'
                    and log.log_timestamp < run.run_started_at + interval '8 days'
            )
        )
    group by run.problem_key
),

problems as (
    select
        problem.problem_key,
        problem.problem_id,
        problem.problem_kind,
        problem.problem_class,
        problem.node_name,
        coalesce(problem.blamed_input, '') as blamed_input,
        problem.model_key,
        problem.owner_name,
        problem.episode_count,
        problem.recovered_at,
        pattern.fingerprint,
        pattern.pattern,
        pattern.error_category,
        struck.run_count,
        struck.recent_run_count,
        struck.scenario_count,
        struck.user_count,
        struck.first_seen_at,
        struck.last_seen_at,
        problem_state(
            problem.is_open, problem.episode_count, problem.first_seen_at, problem.ignored_until, :at_time::timestamptz
        ) as state,
        case :sort::text
            when 'runs' then struck.run_count
            when 'scenarios' then struck.scenario_count
            when 'users' then struck.user_count
            when 'first_seen' then (extract(epoch from struck.first_seen_at) * 1000)::bigint
            else (extract(epoch from struck.last_seen_at) * 1000)::bigint
        end as sort_value
    from struck
    inner join dim_problem as problem
        on struck.problem_key = problem.problem_key
    left join dim_error_pattern as pattern
        on problem.root_fingerprint = pattern.fingerprint
    where
        struck.recent_run_count > 0
        and (:problem_class::text is null or problem.problem_class = :problem_class::text)
        and (:owner::text is null or problem.owner_name = :owner::text)
        and (:fingerprint::text is null or problem.root_fingerprint = :fingerprint::text)
        and (:problem_id::text is null or problem.problem_id = :problem_id::text)
        and (
            :q::text is null
            or strpos(lower(concat_ws(' ', problem.problem_id, problem.node_name, problem.blamed_input, pattern.pattern)), lower(:q::text)) > 0
        )
)

select
    problems.problem_id,
    problems.state,
    problems.problem_kind as kind,
    problems.problem_class,
    problems.node_name,
    problems.blamed_input,
    coalesce(case when model.model_key > 0 then model.model_name end, '') as model_name,
    coalesce(said.message, problems.pattern, '') as message,
    problems.fingerprint,
    problems.error_category,
    problems.run_count,
    problems.recent_run_count,
    problems.scenario_count,
    problems.user_count,
    problems.episode_count,
    problems.owner_name as owner,
    problems.first_seen_at,
    problems.last_seen_at,
    problems.recovered_at,
    release.release_name as release,
    release.released_at,
    problems.sort_value,
    trend.run_counts
from problems
inner join dim_model as model
    on problems.model_key = model.model_key
left join lateral (
    select coalesce(calculation.error_message, newest.fail_reason) as message
    from (
        select
            run.run_id,
            run.fail_reason
        from fact_scenario_run as run
        where run.problem_key = problems.problem_key
        order by
            run.run_started_at desc,
            run.run_id desc
        limit 1
    ) as newest
    left join fact_node_calc_detail as calculation
        on newest.run_id = calculation.run_id
        and calculation.calc_outcome in ('failed', 'timeout')
        and calculation.error_pattern_key = (
            select asked.error_pattern_key from dim_error_pattern as asked where asked.fingerprint = problems.fingerprint
        )
    order by
        calculation.event_tag,
        calculation.calc_id
    limit 1
) as said
    on problems.problem_kind = 'failure'
left join lateral (
    select
        known.release_name,
        known.released_at
    from fact_problem_episode as episode
    inner join dim_release as known
        on episode.release_key = known.release_key
    where episode.problem_key = problems.problem_key
    order by episode.episode_no desc
    limit 1
) as release
    on true
cross join lateral (
    select array_agg(days.run_count order by days.day_no) as run_counts
    from (
        select
            day_no,
            count(run.run_id)::int as run_count
        from generate_series(0, 13) as day_no
        left join fact_scenario_run as run
            on run.problem_key = problems.problem_key
            and run.run_started_at >= :at_time::timestamptz - (13 - day_no) * interval '1 day'
            and run.run_started_at < :at_time::timestamptz - (12 - day_no) * interval '1 day'
        group by day_no
    ) as days
) as trend
where
    (:states::text[] is null or problems.state = any(:states::text[]))
    and (
        :after_value::bigint is null
        or (problems.sort_value, problems.problem_id) < (:after_value::bigint, :after_id::text)
    )
order by
    problems.sort_value desc,
    problems.problem_id desc
limit :row_limit
