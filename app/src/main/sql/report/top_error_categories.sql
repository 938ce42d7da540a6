-- One row per error category: how many runs failed or timed out with it since a time, and how many error lines were
-- logged, the most frequent first. Lines are counted from the load's counts by day; where only some models are meant,
-- those of known scenarios are counted.
-- plan: anew
with matching_models as (
    select model.model_key
    from dim_model as model
    where
        (:model_id::uuid is null or model.model_id = :model_id::uuid)
        and (:therapeutic_area::text is null or model.therapeutic_area = :therapeutic_area::text)
        and (:disease_area::text is null or model.disease_area = :disease_area::text)
),

runs_by_category as (
    select
        coalesce(run.error_category, 'uncategorized') as category,
        count(*) as run_count
    from fact_scenario_run as run
    where
        run.run_started_at >= :from_time::timestamptz
        and run.run_outcome in ('failed', 'timeout')
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
    group by coalesce(run.error_category, 'uncategorized')
),

error_lines as (
    select
        lines.error_pattern_key,
        lines.line_count
    from seen_error_pattern_day() as lines
    where
        lines.day >= (:from_time::timestamptz at time zone 'UTC')::date
        and lines.severity in ('ERROR', 'FATAL')
        and (:environment::text is null or lines.environment = :environment::text)
        and not :is_by_model::boolean
    union all
    select
        log.error_pattern_key,
        1 as line_count
    from fact_cloudwatch_log as log
    inner join dim_scenario as scenario
        on log.scenario_id = scenario.scenario_id
    where
        log.error_pattern_key is not null
        and log.log_timestamp >= :from_time::timestamptz
        and log.severity in ('ERROR', 'FATAL')
        and (:environment::text is null or log.environment = :environment::text)
        and :is_by_model::boolean
        and scenario.model_key in (select matching_models.model_key from matching_models)
),

lines_by_category as (
    select
        pattern.error_category as category,
        sum(error_lines.line_count)::bigint as log_count
    from error_lines
    inner join dim_error_pattern as pattern
        on error_lines.error_pattern_key = pattern.error_pattern_key
    group by pattern.error_category
)

select
    coalesce(runs_by_category.category, lines_by_category.category) as category,
    coalesce(runs_by_category.run_count, 0) + coalesce(lines_by_category.log_count, 0) as count,
    coalesce(runs_by_category.run_count, 0) as run_count,
    coalesce(lines_by_category.log_count, 0) as log_count
from runs_by_category
full join lines_by_category
    on runs_by_category.category = lines_by_category.category
where coalesce(runs_by_category.run_count, 0) + coalesce(lines_by_category.log_count, 0) > 0
order by
    count desc,
    category
limit :row_limit
