-- One row per error pattern seen since a time, after the one the cursor names: those that runs failed of before those that only
-- followed or were logged, of each the one most runs failed with first, then the one most runs logged. Lines are
-- counted from the load's counts by day; where only some models are meant, those of known scenarios are counted.
-- plan: anew
with matching_models as (
    select model.model_key
    from dim_model as model
    where
        (:model_id::uuid is null or model.model_id = :model_id::uuid)
        and (:therapeutic_area::text is null or model.therapeutic_area = :therapeutic_area::text)
        and (:disease_area::text is null or model.disease_area = :disease_area::text)
),

runs_with_pattern as (
    select
        run.error_pattern_key,
        run.run_id,
        run.scenario_key,
        1::bigint as occurrence_count,
        true as is_failure
    from fact_scenario_run as run
    where
        run.error_pattern_key is not null
        and run.run_started_at >= :from_time::timestamptz
        and run.model_key in (select matching_models.model_key from matching_models)
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
),

calculations_with_pattern as (
    select
        calculation.error_pattern_key,
        calculation.run_id,
        calculation.scenario_key,
        1::bigint as occurrence_count,
        true as is_failure
    from fact_node_calc_detail as calculation
    inner join dim_node as node
        on calculation.node_key = node.node_key
    inner join fact_scenario_run as run
        on
            calculation.scenario_key = run.scenario_key
            and calculation.run_id = run.run_id
    where
        calculation.calc_outcome in ('failed', 'timeout')
        and calculation.error_pattern_key is not null
        and coalesce(calculation.updated_at, calculation.created_at) >= :from_time::timestamptz
        and run.run_started_at >= :from_time::timestamptz
        and (not :is_by_model::boolean or node.model_key in (select matching_models.model_key from matching_models))
        and (
            :environment::text is null
            or exists (
                select
                from fact_cloudwatch_log as log
                where
                    log.run_id = calculation.run_id
                    and log.environment = :environment::text
                    and log.log_timestamp >= calculation.updated_at - interval '8 days'
                    and log.log_timestamp < calculation.updated_at + interval '8 days'
            )
        )
),

logged_runs as (
    select
        log.error_pattern_key,
        log.run_id,
        scenario.scenario_key,
        case when :is_by_model::boolean then count(*) else 0 end as occurrence_count,
        false as is_failure
    from fact_cloudwatch_log as log
    left join dim_scenario as scenario
        on log.scenario_id = scenario.scenario_id
    where
        log.error_pattern_key is not null
        and coalesce(log.run_id, log.scenario_id) is not null
        and log.log_timestamp >= :from_time::timestamptz
        and (:environment::text is null or log.environment = :environment::text)
        and (
            not :is_by_model::boolean
            or scenario.model_key in (select matching_models.model_key from matching_models)
        )
    group by
        log.error_pattern_key,
        log.run_id,
        scenario.scenario_key
),

lines_with_pattern as (
    select
        lines.error_pattern_key,
        null::uuid as run_id,
        null::int as scenario_key,
        sum(lines.line_count)::bigint as occurrence_count,
        false as is_failure
    from seen_error_pattern_day() as lines
    where
        lines.day >= (:from_time::timestamptz at time zone 'UTC')::date
        and (:environment::text is null or lines.environment = :environment::text)
        and not :is_by_model::boolean
    group by lines.error_pattern_key
),

occurrences as (
    select * from runs_with_pattern
    union all
    select * from calculations_with_pattern
    union all
    select * from logged_runs
    union all
    select * from lines_with_pattern
),

counted_patterns as (
    select
        occurrences.error_pattern_key,
        sum(occurrences.occurrence_count)::bigint as occurrence_count,
        count(distinct occurrences.run_id) filter (where occurrences.is_failure) as failed_run_count,
        count(distinct occurrences.scenario_key) filter (where occurrences.is_failure) as failed_scenario_count,
        count(distinct occurrences.run_id) as run_count,
        count(distinct occurrences.scenario_key) as scenario_count
    from occurrences
    group by occurrences.error_pattern_key
)

select
    pattern.fingerprint,
    pattern.pattern,
    pattern.error_category as category,
    weighed.severity,
    counted_patterns.occurrence_count,
    counted_patterns.failed_run_count,
    counted_patterns.failed_scenario_count,
    counted_patterns.run_count,
    counted_patterns.scenario_count,
    coalesce(is_new(pattern.first_seen_at, :at_time::timestamptz), false) as is_new,
    pattern.first_seen_at,
    pattern.last_seen_at,
    lower(case :sort::text
        when 'pattern' then pattern.pattern
        when 'kind' then pattern.error_category
    end) as sort_text,
    case :sort::text
        when 'severity' then
            array_position(array['info', 'minor', 'major', 'critical'], weighed.severity)::bigint
        when 'failed' then counted_patterns.failed_run_count
        when 'scenarios' then
            case
                when counted_patterns.failed_run_count = 0 then counted_patterns.scenario_count
                else counted_patterns.failed_scenario_count
            end
        when 'logged' then counted_patterns.run_count - counted_patterns.failed_run_count
    end as sort_number,
    case :sort::text
        when 'first_seen' then pattern.first_seen_at
        when 'last_seen' then pattern.last_seen_at
    end as sort_time,
    pattern.fingerprint as sort_id
from counted_patterns
inner join dim_error_pattern as pattern
    on counted_patterns.error_pattern_key = pattern.error_pattern_key
cross join lateral (
    select
        found.severity,
        (found.severity in ('critical', 'major'))::int::bigint as root_rank
    from (select pattern_severity(pattern.fingerprint, pattern.severity) as severity) as found
) as weighed
where
    (:category::text is null or pattern.error_category = :category::text)
    and (:severity::text is null or weighed.severity = :severity::text)
    and (:q::text is null or strpos(lower(pattern.pattern), lower(:q::text)) > 0)
    and (
        :after_count::bigint is null
        or (weighed.root_rank, counted_patterns.failed_run_count, counted_patterns.run_count)
        < (:after_rank::bigint, :after_failed::bigint, :after_count::bigint)
        or (
            (weighed.root_rank, counted_patterns.failed_run_count, counted_patterns.run_count)
            = (:after_rank::bigint, :after_failed::bigint, :after_count::bigint)
            and pattern.fingerprint > :after_fingerprint::text
        )
    )
order by
    weighed.root_rank desc,
    counted_patterns.failed_run_count desc,
    counted_patterns.run_count desc,
    pattern.fingerprint
limit :row_limit
