-- One row per run of the batch whose verdict says something else than the one kept last: another class, cause or first suspect,
-- or a probability that differs by a tenth. Repeating it is harmless: the same verdict is no news.
insert into fact_run_verdict (
    scenario_key, run_id, verdict_no, verdict_class, cause, first_suspect, probability, headline, rules_version, evidence_hash,
    etl_run_id, changed_by, said_at
)
with told as (
    select
        run_to_explain.scenario_key,
        root_cause.run_id,
        runs.run_started_at,
        root_cause.diagnostic_category as verdict_class,
        root_cause.diagnostic_message as headline,
        root_cause.evidence_hash,
        ?::text as rules_version,
        root_cause.diagnostic_details -> 'suspects' -> 0 ->> 'title' as first_suspect,
        (root_cause.diagnostic_details ->> 'probability')::double precision as probability,
        (
            select string_agg(cause.value ->> 'title', ' and ' order by cause.place)
            from jsonb_array_elements(
                case jsonb_typeof(root_cause.diagnostic_details -> 'causes')
                    when 'array' then root_cause.diagnostic_details -> 'causes'
                    else '[]'
                end
            ) with ordinality as cause (value, place)
        ) as cause
    from run_to_explain
    inner join root_cause
        on root_cause.run_id = run_to_explain.run_id
    inner join fact_scenario_run as runs
        on runs.scenario_key = run_to_explain.scenario_key
        and runs.run_id = run_to_explain.run_id
    where root_cause.severity <> 'info' -- it neither failed nor was slow
)

select
    told.scenario_key,
    told.run_id,
    coalesce(last_said.verdict_no, 0) + 1,
    told.verdict_class,
    told.cause,
    told.first_suspect,
    told.probability,
    told.headline,
    told.rules_version,
    told.evidence_hash,
    ?::bigint,
    case when last_said.verdict_no is null then '{}' else news.changed_by end,
    now()
from told
left join lateral (
    select kept.*
    from fact_run_verdict as kept
    where kept.scenario_key = told.scenario_key
        and kept.run_id = told.run_id
    order by kept.verdict_no desc
    limit 1
) as last_said
    on true
left join lateral (
    select array_remove(array[
        case when last_said.rules_version <> told.rules_version then 'rules' end,
        case when exists (
            select
            from fact_cloudwatch_log as lines
            where lines.run_id = told.run_id
                and lines.log_timestamp >= told.run_started_at - interval '1 day'
                and lines.log_timestamp < told.run_started_at + interval '8 days'
                and lines.loaded_at > last_said.said_at
        ) then 'logs' end,
        case when exists (
            select
            from fact_scenario_run as later
            where later.scenario_key = told.scenario_key
                and later.run_started_at > told.run_started_at
                and later.loaded_at > last_said.said_at
        ) then 'later_run' end,
        case when exists (
            select
            from fact_scenario_input_change as versions
            where versions.scenario_key = told.scenario_key
                and versions.changed_at <= told.run_started_at
                and versions.loaded_at > last_said.said_at
        ) or exists (
            select
            from fact_node_calc_detail as calculations
            where calculations.run_id = told.run_id
                and calculations.loaded_at > last_said.said_at
        ) then 'late_rows' end,
        case when exists (
            select
            from fact_problem_run as struck
            inner join fact_problem_action as acts
                on problem_target(acts.problem_key) = problem_target(struck.problem_key)
            where struck.scenario_key = told.scenario_key
                and struck.run_id = told.run_id
                and acts.run_id is not null
                and acts.acted_at > last_said.said_at
        ) then 'feedback' end
    ], null) as found
) as seen
    on true
cross join lateral (
    select case when cardinality(seen.found) = 0 then array['other_runs'] else seen.found end as changed_by
) as news
where last_said.verdict_no is null
    or last_said.verdict_class <> told.verdict_class
    or last_said.cause is distinct from told.cause
    or last_said.first_suspect is distinct from told.first_suspect
    or abs(last_said.probability - told.probability) >= 0.1
on conflict (scenario_key, run_id, verdict_no) do nothing
