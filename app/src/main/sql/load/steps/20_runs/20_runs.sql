-- step: writes fact_scenario_run, one row per stg_run
-- One row per run, without what needs its calculations (60_comparisons). Repeating it is harmless: only what
-- differs is written.
with candidate as (
    select
        runs.run_id,
        coalesce(scenarios.scenario_key, -1) as scenario_key,
        coalesce(scenarios.model_key, -1) as model_key,
        coalesce(scenarios.forecast_cycle_key, -1) as forecast_cycle_key,
        coalesce(users.user_key, -1) as run_by_user_key,
        to_char(runs.started_at, 'YYYYMMDD')::int as run_date_key,
        runs.run_status,
        outcome_of(runs.run_status) as run_outcome,
        runs.fail_reason,
        runs.correlation_id,
        case
            when runs.ended_at - runs.started_at between interval '-10 years' and interval '10 years'
                then extract(epoch from runs.ended_at - runs.started_at)::numeric(12, 3)
        end as duration_seconds, -- no clock has run that long: unknown
        runs.started_at as run_started_at,
        runs.ended_at as run_ended_at
    from stg_run as runs
    left join dim_scenario as scenarios
        on scenarios.scenario_id = runs.scenario_id
    left join dim_user as users
        on users.user_id = runs.run_by
)

insert into fact_scenario_run (
    run_id, scenario_key, model_key, forecast_cycle_key, run_by_user_key, run_date_key,
    run_status, run_outcome, fail_reason, correlation_id, duration_seconds, run_started_at, run_ended_at
)
select candidate.*
from candidate
left join fact_scenario_run as known
    on known.scenario_key = candidate.scenario_key
    and known.run_id = candidate.run_id
where known.run_id is null
    or (
        known.model_key, known.forecast_cycle_key, known.run_by_user_key, known.run_status,
        known.run_outcome, known.fail_reason, known.correlation_id, known.duration_seconds, known.run_started_at,
        known.run_ended_at
    ) is distinct from (
        candidate.model_key, candidate.forecast_cycle_key, candidate.run_by_user_key,
        candidate.run_status, candidate.run_outcome, candidate.fail_reason, candidate.correlation_id,
        candidate.duration_seconds, candidate.run_started_at, candidate.run_ended_at
    )
on conflict (scenario_key, run_id) do update set
    model_key = excluded.model_key,
    forecast_cycle_key = excluded.forecast_cycle_key,
    run_by_user_key = excluded.run_by_user_key,
    run_date_key = excluded.run_date_key,
    run_status = excluded.run_status,
    run_outcome = excluded.run_outcome,
    fail_reason = excluded.fail_reason,
    correlation_id = excluded.correlation_id,
    duration_seconds = excluded.duration_seconds,
    run_started_at = excluded.run_started_at,
    run_ended_at = excluded.run_ended_at,
    loaded_at = now()
