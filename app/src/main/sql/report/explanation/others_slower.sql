-- One row: how many times as long as before the runs of other scenarios take since a time, as a median; null without any.
with since as (
    select run.*
    from fact_scenario_run as run
    where
        run.run_started_at >= :since_time::timestamptz
        and run.run_started_at <= :started_at::timestamptz
        and run.run_outcome = 'success'
        and run.duration_seconds > 0
        and run.scenario_key <> :scenario_key
    order by run.run_started_at desc
    limit 50
),

usual as (
    select
        since.run_id,
        since.duration_seconds,
        (
            select percentile_cont(0.5) within group (order by earlier.duration_seconds)
            from (
                select before.duration_seconds
                from fact_scenario_run as before
                where
                    before.scenario_key = since.scenario_key
                    and before.run_outcome = 'success'
                    and before.branch_count = since.branch_count
                    and before.run_started_at < :since_time::timestamptz
                order by before.run_started_at desc
                limit 10
            ) as earlier
        ) as usual_seconds
    from since
)

select percentile_cont(0.5) within group (order by usual.duration_seconds / nullif(usual.usual_seconds, 0)) as ratio
from usual
where usual.usual_seconds > 0
