-- step: prepares recategorised_key, recategorised_run
-- Whatever carries a pattern of another category, and whatever is told of that: lines, calculations, runs, what their days
-- and their audit trail say. Repeating it is harmless.
create temporary table recategorised_key on commit drop as
select
    patterns.error_pattern_key,
    patterns.error_category
from recategorised_pattern as recategorised
inner join dim_error_pattern as patterns
    on patterns.fingerprint = recategorised.fingerprint;

update fact_cloudwatch_log as lines
set
    error_category = recategorised.error_category,
    loaded_at = now()
from recategorised_key as recategorised
where lines.error_pattern_key = recategorised.error_pattern_key
    and lines.error_category is distinct from recategorised.error_category;

create temporary table recategorised_run on commit drop as
select distinct calculations.run_id
from recategorised_key as recategorised
inner join fact_node_calc_detail as calculations
    on calculations.error_pattern_key = recategorised.error_pattern_key
where calculations.error_category is distinct from recategorised.error_category
union
select runs.run_id
from recategorised_key as recategorised
inner join fact_scenario_run as runs
    on runs.error_pattern_key = recategorised.error_pattern_key
where runs.error_category is distinct from recategorised.error_category;

update fact_node_calc_detail as calculations
set
    error_category = recategorised.error_category,
    loaded_at = now()
from recategorised_key as recategorised
where calculations.error_pattern_key = recategorised.error_pattern_key
    and calculations.error_category is distinct from recategorised.error_category;

-- A run that failed without a reason has the category of its first failing calculation.
update fact_scenario_run as runs
set
    error_category = found.error_category,
    loaded_at = now()
from (
    select
        known.run_id,
        known.scenario_key,
        coalesce(recategorised.error_category, first_error.error_category) as error_category
    from recategorised_run
    inner join fact_scenario_run as known
        on known.run_id = recategorised_run.run_id
    left join recategorised_key as recategorised
        on recategorised.error_pattern_key = known.error_pattern_key
    left join lateral (
        select calculations.error_category
        from fact_node_calc_detail as calculations
        where calculations.run_id = known.run_id
            and known.fail_reason is null
            and calculations.calc_outcome in ('failed', 'timeout')
            and calculations.error_category is not null
        order by
            calculations.ended_at,
            calculations.calc_id
        limit 1
    ) as first_error
        on true
    where known.run_outcome in ('failed', 'timeout')
        or known.fail_reason is not null
) as found
where runs.scenario_key = found.scenario_key
    and runs.run_id = found.run_id
    and found.error_category is not null
    and runs.error_category is distinct from found.error_category;

update fact_reliability_daily as daily
set
    top_error_category = top.error_category,
    loaded_at = now()
from (
    select distinct on (counted.date_key, counted.model_key)
        counted.date_key,
        counted.model_key,
        counted.error_category
    from (
        select
            touched.date_key,
            touched.model_key,
            runs.error_category,
            count(*) as occurrences
        from (
            select distinct
                known.run_date_key as date_key,
                known.model_key
            from recategorised_run
            inner join fact_scenario_run as known
                on known.run_id = recategorised_run.run_id
        ) as touched
        inner join dim_date as days
            on days.date_key = touched.date_key
        inner join fact_scenario_run as runs
            on runs.model_key = touched.model_key
            and runs.run_started_at >= days.full_date::timestamp at time zone 'UTC'
            and runs.run_started_at < (days.full_date + 1)::timestamp at time zone 'UTC'
        where runs.error_category is not null
        group by
            touched.date_key,
            touched.model_key,
            runs.error_category
    ) as counted
    order by
        counted.date_key,
        counted.model_key,
        counted.occurrences desc,
        counted.error_category
) as top
where daily.date_key = top.date_key
    and daily.model_key = top.model_key
    and daily.top_error_category is distinct from top.error_category;

update view_scenario_audit_trail as events
set
    event_metadata = jsonb_set(events.event_metadata, '{error_category}', to_jsonb(runs.error_category)),
    loaded_at = now()
from recategorised_run
inner join fact_scenario_run as runs
    on runs.run_id = recategorised_run.run_id
where events.scenario_key = runs.scenario_key
    and events.audit_key = 'run_completed:' || runs.run_id
    and runs.error_category is not null
    and events.event_metadata ->> 'error_category' is distinct from runs.error_category;

-- What is said of their errors: a category is part of a finding's key, so those that no longer hold go.
truncate described_run;
insert into described_run (run_id)
select recategorised_run.run_id
from recategorised_run;

delete from fact_run_diagnostic as known
using recategorised_run
where known.run_id = recategorised_run.run_id
    and known.diagnostic_type = 'error_summary'
    and not exists (
        select
        from error_finding
        where error_finding.run_id = known.run_id
            and error_finding.node_key = known.node_key
            and error_finding.diagnostic_category = known.diagnostic_category
    );

insert into fact_run_diagnostic (
    run_fact_key, run_id, scenario_key, node_key, diagnostic_type, severity, diagnostic_category, diagnostic_message,
    input_hash_at_run, correlation_id, diagnostic_details
)
select
    runs.run_fact_key,
    runs.run_id,
    runs.scenario_key,
    error_finding.node_key,
    error_finding.diagnostic_type,
    error_finding.severity,
    error_finding.diagnostic_category,
    error_finding.diagnostic_message,
    error_finding.input_hash_at_run,
    runs.correlation_id,
    error_finding.diagnostic_details
from recategorised_run
inner join error_finding
    on error_finding.run_id = recategorised_run.run_id
inner join fact_scenario_run as runs
    on runs.run_id = recategorised_run.run_id
on conflict (scenario_key, run_id, diagnostic_type, node_key, diagnostic_category) do update set
    severity = excluded.severity,
    diagnostic_message = excluded.diagnostic_message,
    diagnostic_details = excluded.diagnostic_details,
    loaded_at = now();

-- Categories are part of the evidence.
insert into unexplained_run (run_id)
select runs.run_id
from recategorised_run
inner join fact_scenario_run as runs
    on runs.run_id = recategorised_run.run_id
where runs.run_outcome in ('failed', 'timeout')
on conflict (run_id) do nothing
