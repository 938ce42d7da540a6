-- step: prepares pattern_sighting
-- One row per reason to write an error pattern: an error text of a run or a calculation, a kind of log line, a pattern that
-- takes the place of retired ones, a category decided anew, and what a person's decision has given another pattern.
-- severity_rank is 1 for critical, 2 major, 3 minor, 4 info; null when nothing was seen.
create temporary table pattern_sighting on commit drop as
with staged_errors as (
    select
        runs.fail_reason as message,
        runs.started_at as seen_at,
        case when outcome_of(runs.run_status) in ('failed', 'timeout') then 2 else 3 end as severity_rank
    from stg_run as runs
    where runs.fail_reason is not null
    union all
    select
        calculations.fail_reason,
        coalesce(calculations.ended_at, calculations.updated_at),
        case when outcome_of(calculations.calc_status) in ('failed', 'timeout') then 2 else 3 end
    from stg_calculation as calculations
    where calculations.fail_reason is not null
),

-- Texts that are not of this load: those a person's decision has put into another pattern. Mostly there are none, and then
-- no fact is read: that is what finding them first is for.
regrouped_texts as materialized (
    select classes.message
    from error_class as classes
    where not exists (select from staged_errors where staged_errors.message = classes.message)
),

stored_errors as (
    select
        runs.fail_reason as message,
        runs.run_started_at as seen_at,
        2 as severity_rank
    from regrouped_texts
    inner join fact_scenario_run as runs
        on runs.fail_reason = regrouped_texts.message
    union all
    select
        calculations.error_message,
        coalesce(calculations.ended_at, calculations.updated_at),
        2
    from regrouped_texts
    inner join fact_node_calc_detail as calculations
        on calculations.error_message = regrouped_texts.message
),

errors as (
    select
        classes.fingerprint,
        classes.pattern,
        classes.error_category,
        classes.category_rule,
        false as is_decided,
        occurrences.severity_rank,
        occurrences.first_seen_at,
        occurrences.last_seen_at
    from (
        select
            every.message,
            min(every.severity_rank) as severity_rank,
            min(every.seen_at) as first_seen_at,
            max(every.seen_at) as last_seen_at
        from (
            select staged_errors.* from staged_errors
            union all
            select stored_errors.* from stored_errors
        ) as every
        group by every.message
    ) as occurrences
    inner join error_class as classes
        on classes.message = occurrences.message
),

-- A line whose time cannot be believed says nothing about first and last sight.
line_kinds as (
    select
        lines.class_no,
        min(case lines.severity when 'FATAL' then 1 when 'ERROR' then 2 when 'WARN' then 3 else 4 end) as severity_rank,
        min(lines.log_timestamp) filter (
            where lines.log_timestamp between now() - interval '10 years' and now() + interval '2 days'
        ) as first_seen_at,
        max(lines.log_timestamp) filter (
            where lines.log_timestamp between now() - interval '10 years' and now() + interval '2 days'
        ) as last_seen_at
    from log_line as lines
    where lines.class_no is not null
        and lines.is_kept
    group by lines.class_no
    union all
    select
        relabelled.class_no,
        min(case lines.severity when 'FATAL' then 1 when 'ERROR' then 2 when 'WARN' then 3 else 4 end),
        min(lines.log_timestamp),
        max(lines.log_timestamp)
    from log_relabel as relabelled
    inner join fact_cloudwatch_log as lines
        on lines.log_timestamp = relabelled.log_timestamp
        and lines.log_group = relabelled.log_group
        and lines.event_id = relabelled.event_id
    group by relabelled.class_no
),

lines as (
    select
        classes.fingerprint,
        classes.pattern,
        classes.error_category,
        classes.category_rule,
        false,
        line_kinds.severity_rank,
        line_kinds.first_seen_at,
        line_kinds.last_seen_at
    from line_kinds
    inner join log_class as classes
        on classes.class_no = line_kinds.class_no
),

replacements as (
    select
        retired.replaced_by,
        retired.pattern,
        known.error_category,
        known.category_rule,
        false,
        array_position(array['critical', 'major', 'minor', 'info'], known.severity),
        known.first_seen_at,
        known.last_seen_at
    from retired_pattern as retired
    inner join dim_error_pattern as known
        on known.fingerprint = retired.fingerprint
),

decisions as (
    select
        known.fingerprint,
        known.pattern,
        recategorised.error_category,
        recategorised.category_rule,
        true,
        null::int,
        null::timestamptz,
        null::timestamptz
    from recategorised_pattern as recategorised
    inner join dim_error_pattern as known
        on known.fingerprint = recategorised.fingerprint
)

select errors.* from errors
union all
select lines.* from lines
union all
select replacements.* from replacements
union all
select decisions.* from decisions
