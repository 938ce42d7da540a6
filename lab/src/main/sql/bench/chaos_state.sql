-- One row per thing that a warehouse must hold whatever happened to its loads: how many, and a digest of what is told of each.
-- Keys of the warehouse and times of loading are left out: an undisturbed twin has others.
select
    'runs' as what,
    count(*) as amount,
    coalesce(md5(string_agg(concat_ws(
        '|', run.run_id, run.run_outcome, run.fail_reason, run.input_snapshot_hash, run.node_calc_total, problem.problem_id
    ), ',' order by run.run_id)), '') as digest
from fact_scenario_run as run
left join dim_problem as problem
    on run.problem_key = problem.problem_key
union all
select
    'calculations',
    count(*),
    coalesce(md5(string_agg(concat_ws('|', calculation.calc_id, calculation.calc_outcome), ',' order by calculation.calc_id)), '')
from fact_node_calc_detail as calculation
union all
select
    'input versions',
    count(*),
    coalesce(md5(string_agg(concat_ws(
        '|', version.node_data_id, version.new_input_hash, version.change_sequence
    ), ',' order by version.node_data_id)), '')
from fact_scenario_input_change as version
union all
select
    'audit events',
    count(*),
    coalesce(md5(string_agg(concat_ws(
        '|', event.scenario_id, event.audit_key, event.event_description
    ), ',' order by event.scenario_id, event.audit_key)), '')
from view_scenario_audit_trail as event
union all
select
    'log events',
    coalesce(sum(line.part_count), 0)::bigint,
    ''
from fact_cloudwatch_log as line
union all
select
    'log lines',
    count(*),
    coalesce(md5(string_agg(concat_ws(
        '|', line.log_group, line.event_id, line.run_id, line.part_count
    ), ',' order by line.log_group, line.event_id)), '')
from fact_cloudwatch_log as line
union all
select
    'log lines counted',
    coalesce(sum(hours.line_count), 0)::bigint,
    ''
from agg_log_hour as hours
union all
select
    'verdicts',
    count(*),
    coalesce(md5(string_agg(
        concat_ws('|', verdict.run_id, verdict.diagnostic_category, verdict.diagnostic_message), ',' order by verdict.run_id
    )), '')
from fact_run_diagnostic as verdict
where verdict.diagnostic_type = 'root_cause'
union all
select
    'problems',
    count(*),
    coalesce(md5(string_agg(concat_ws(
        '|', problem.problem_id, problem.problem_class, problem.episode_count, problem.is_open, problem.first_seen_at,
        problem.last_seen_at, problem.recovered_at
    ), ',' order by problem.problem_id)), '')
from dim_problem as problem
union all
select
    'episodes',
    count(*),
    coalesce(md5(string_agg(concat_ws(
        '|', problem.problem_id, episode.episode_no, episode.first_run_id, episode.last_run_id, episode.recovered_at
    ), ',' order by problem.problem_id, episode.episode_no)), '')
from fact_problem_episode as episode
inner join dim_problem as problem
    on episode.problem_key = problem.problem_key
union all
select
    'alerts due',
    count(*),
    coalesce(md5(string_agg(problem.problem_id, ',' order by problem.problem_id)), '')
from alert_change as change
inner join dim_problem as problem
    on change.problem_key = problem.problem_key
union all
select
    'alerts told',
    count(*),
    coalesce(md5(string_agg(message.message_id, ',' order by message.message_id)), '')
from alert_message as message
where message.sent_at is not null
union all
select
    'work left over',
    (select count(*) from unexplained_run) + (select count(*) from unplaced_run) + (select count(*) from stale_problem)
    + (select count(*) from alert_message where alert_message.sent_at is null and alert_message.given_up_at is null),
    ''
