-- One row: how the next runs went that repeated a failure with a pattern before a time with the very same inputs, in any
-- scenario; and in how many scenarios such a failure struck inputs that nobody had changed since their last success, and
-- inputs that somebody had. The newest 200 failures count.
with failures as (
    select
        run.run_id,
        run.scenario_key,
        run.input_snapshot_hash,
        run.run_started_at
    from fact_scenario_run as run
    where
        run.error_pattern_key = :error_pattern_key
        and run.run_outcome in ('failed', 'timeout')
        and run.scenario_key <> -1
        and run.run_started_at >= :until_time::timestamptz - interval '1 year'
        and run.run_started_at < :until_time::timestamptz
    order by run.run_started_at desc
    limit 200
),

repetitions as (
    select next_run.run_outcome
    from failures
    inner join lateral (
        select
            later.run_outcome,
            later.input_snapshot_hash
        from fact_scenario_run as later
        where
            later.scenario_key = failures.scenario_key
            and later.run_started_at > failures.run_started_at
            and later.run_started_at < :until_time::timestamptz
            and later.run_outcome in ('success', 'failed', 'timeout')
        order by later.run_started_at
        limit 1
    ) as next_run
        on next_run.input_snapshot_hash = failures.input_snapshot_hash
),

struck as (
    select
        failures.scenario_key,
        bool_or(comparison.input_changes_between = 0) as is_untouched
    from failures
    inner join fact_run_comparison as comparison
        on
            comparison.scenario_key = failures.scenario_key
            and comparison.run_b_id = failures.run_id
            and comparison.comparison_type = 'last_success'
    group by failures.scenario_key
)

select
    (select count(*) from repetitions where repetitions.run_outcome = 'success') as passed,
    (select count(*) from repetitions where repetitions.run_outcome <> 'success') as failed,
    (select count(*) from struck where struck.is_untouched) as untouched,
    (select count(*) from struck where not struck.is_untouched) as touched
