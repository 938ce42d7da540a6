-- One row per stored pattern of the fingerprints given (null for all): its category, and the text of something that carries
-- it, null when nothing does any more.
select
    patterns.fingerprint,
    patterns.pattern,
    patterns.error_category,
    coalesce(patterns.category_rule, 'none') as category_rule,
    coalesce(newest_line.text, newest_run.fail_reason, some_calculation.error_message) as example
from dim_error_pattern as patterns
left join lateral (
    select concat_ws(E'\n', lines.message, lines.stack_trace) as text
    from fact_cloudwatch_log as lines
    where lines.error_pattern_key = patterns.error_pattern_key
    order by lines.log_timestamp desc
    limit 1
) as newest_line
    on true
left join lateral (
    select runs.fail_reason
    from fact_scenario_run as runs
    where runs.error_pattern_key = patterns.error_pattern_key
        and newest_line.text is null
    order by runs.run_started_at desc
    limit 1
) as newest_run
    on true
left join lateral (
    select calculations.error_message
    from fact_node_calc_detail as calculations
    where calculations.error_pattern_key = patterns.error_pattern_key
        and newest_line.text is null
        and newest_run.fail_reason is null
    limit 1
) as some_calculation
    on true
where ?::text[] is null
    or patterns.fingerprint = any(?)
