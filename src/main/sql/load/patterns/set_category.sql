-- Gives a pattern, and all that carries it, a category. ? the fingerprint, the category, the rule that decided.
with chosen as materialized (
    select
        ?::text as fingerprint,
        ?::text as error_category,
        ?::text as category_rule
),

patterns as (
    update dim_error_pattern as patterns
    set
        error_category = chosen.error_category,
        category_rule = chosen.category_rule,
        loaded_at = now()
    from chosen
    where patterns.fingerprint = chosen.fingerprint
    returning patterns.error_pattern_key, patterns.error_category
),

runs as (
    update fact_scenario_run as runs
    set
        error_category = patterns.error_category,
        loaded_at = now()
    from patterns
    where runs.error_pattern_key = patterns.error_pattern_key
    returning 1
),

calculations as (
    update fact_node_calc_detail as calculations
    set
        error_category = patterns.error_category,
        loaded_at = now()
    from patterns
    where calculations.error_pattern_key = patterns.error_pattern_key
    returning 1
),

lines as (
    update fact_cloudwatch_log as lines
    set
        error_category = patterns.error_category,
        loaded_at = now()
    from patterns
    where lines.error_pattern_key = patterns.error_pattern_key
    returning 1
)

select
    (select count(*) from patterns) + (select count(*) from runs) + (select count(*) from calculations)
    + (select count(*) from lines)
