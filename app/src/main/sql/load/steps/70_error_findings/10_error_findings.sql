-- step: prepares described_run, error_finding
-- What can be said of the errors of described runs, whatever step describes them: one row per run, and one per run, failing node
-- and category.
create temporary table if not exists described_run (
    run_id uuid primary key
) on commit drop;

create or replace temporary view error_finding as
with runs as (
    select known.*
    from described_run
    inner join fact_scenario_run as known
        on known.run_id = described_run.run_id
),

run_errors as (
    select
        runs.run_id,
        -1 as node_key,
        'error_summary' as diagnostic_type,
        'critical' as severity,
        coalesce(runs.error_category, 'uncategorized') as diagnostic_category,
        left(runs.fail_reason, 500) as diagnostic_message,
        null::text as input_hash_at_run,
        jsonb_build_object(
            'fingerprint', patterns.fingerprint,
            'node_failures', runs.node_calc_failed + runs.node_calc_timeout
        ) as diagnostic_details
    from runs
    left join dim_error_pattern as patterns
        on patterns.error_pattern_key = runs.error_pattern_key
    where runs.run_outcome in ('failed', 'timeout')
        and runs.fail_reason is not null
),

failures as (
    select
        calculations.run_id,
        calculations.node_key,
        calculations.calc_outcome,
        calculations.error_message,
        calculations.error_pattern_key,
        coalesce(
            calculations.error_category,
            case when calculations.calc_outcome = 'timeout' then 'timeout' else 'uncategorized' end
        ) as error_category,
        coalesce(calculations.event_tag, left(calculations.branch_id::text, 8)) as branch,
        row_number() over (
            partition by calculations.run_id
            order by coalesce(calculations.ended_at, calculations.updated_at), calculations.calc_id
        ) as place
    from runs
    inner join fact_node_calc_detail as calculations
        on calculations.run_id = runs.run_id
        and calculations.calc_outcome in ('failed', 'timeout')
    where runs.node_calc_failed + runs.node_calc_timeout > 0
),

node_errors as (
    select
        failures.run_id,
        failures.node_key,
        'error_summary' as diagnostic_type,
        'major' as severity,
        failures.error_category as diagnostic_category,
        left(
            coalesce((array_agg(failures.error_message order by failures.place))[1], 'no message'), 500
        ) as diagnostic_message,
        null::text as input_hash_at_run,
        jsonb_build_object(
            'failures', count(*),
            'timeouts', count(*) filter (where failures.calc_outcome = 'timeout'),
            'branches', jsonb_agg(distinct failures.branch),
            'fingerprint', (
                select patterns.fingerprint
                from dim_error_pattern as patterns
                where patterns.error_pattern_key = (array_agg(failures.error_pattern_key order by failures.place))[1]
            ),
            'is_first', bool_or(failures.place = 1)
        ) as diagnostic_details
    from failures
    group by failures.run_id, failures.node_key, failures.error_category
)

select * from run_errors
union all
select * from node_errors
