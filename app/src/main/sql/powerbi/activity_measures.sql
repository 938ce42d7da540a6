-- The SQL twins of the measures of what people did and what the logs say. See run_measures.sql.

-- measure: Versions Written
select count(*) from fact_scenario_input_change;

-- measure: Input Changes
select count(*) from fact_scenario_input_change where not is_initial and not is_duplicate;

-- measure: Edits Without Effect
select count(*) from fact_scenario_input_change where not is_initial and is_duplicate;

-- measure: Nodes Edited
select count(distinct node_key) from fact_scenario_input_change where not is_initial and not is_duplicate;

-- measure: Values Changed
select sum(jsonb_array_length(input_diff_summary -> 'changes'))
from fact_scenario_input_change
where not is_initial;

-- measure: Largest Change (%)
select max((difference.value ->> 'percent')::numeric)
from fact_scenario_input_change
cross join lateral jsonb_array_elements(
    coalesce(fact_scenario_input_change.input_diff_summary -> 'changes', '[]')
) as difference (value)
where not fact_scenario_input_change.is_initial
    and jsonb_typeof(difference.value -> 'percent') = 'number';

-- measure: Event Changes
select count(*) from fact_event_input_change where not is_duplicate;

-- measure: Actions
select count(*) from fact_user_action;

-- measure: Failed Actions
select count(*) from fact_user_action where success is false;

-- measure: Active Users
select count(distinct user_key) from fact_user_action;

-- measure: Active Days
select count(distinct (action_timestamp at time zone 'UTC')::date) from fact_user_action;

-- measure: Actions Per Active Day
select
    count(*)::numeric / nullif(count(distinct (action_timestamp at time zone 'UTC')::date), 0)
from fact_user_action;

-- measure: Scenarios Touched
select count(distinct scenario_key) from fact_user_action where scenario_key <> -1;

-- measure: Most Common Action
select action_type
from fact_user_action
group by action_type
order by count(*) desc, action_type
limit 1;

-- measure: Sessions Held
select count(*)
from fact_user_action
where user_key <> -1
    and not exists (
        select 1
        from fact_user_action as earlier
        where earlier.user_key = fact_user_action.user_key
            and (earlier.action_timestamp, earlier.user_action_key)
            < (fact_user_action.action_timestamp, fact_user_action.user_action_key)
            and earlier.action_timestamp >= fact_user_action.action_timestamp - interval '30 minutes'
    );

-- measure: Mean Session (min)
with beginnings as (
    select
        user_key,
        action_timestamp,
        lead(action_timestamp) over (
            partition by user_key order by action_timestamp, user_action_key
        ) as next_at,
        lag(action_timestamp) over (
            partition by user_key order by action_timestamp, user_action_key
        ) as previous_at
    from fact_user_action
    where user_key <> -1
)

select
    extract(epoch from sum(next_at - action_timestamp) filter (
        where next_at - action_timestamp <= interval '30 minutes'
    )) / 60
    / nullif(count(*) filter (
        where previous_at is null or action_timestamp - previous_at > interval '30 minutes'
    ), 0)
from beginnings;

-- measure: Longest Session (min)
with recursive ordered as (
    select
        user_key,
        action_timestamp,
        row_number() over (partition by user_key order by action_timestamp, user_action_key) as position
    from fact_user_action
    where user_key <> -1
),

walked as (
    select user_key, position, action_timestamp, action_timestamp as began_at
    from ordered
    where position = 1
    union all
    select
        ordered.user_key,
        ordered.position,
        ordered.action_timestamp,
        case
            when ordered.action_timestamp - walked.action_timestamp <= interval '30 minutes'
                then walked.began_at
            else ordered.action_timestamp
        end
    from walked
    inner join ordered
        on ordered.user_key = walked.user_key
        and ordered.position = walked.position + 1
)

select extract(epoch from max(action_timestamp - began_at)) / 60 from walked;

-- measure: Transitions
select count(*) from fact_scenario_state_change;

-- measure: Submissions
select count(*) from fact_scenario_state_change where transition_type = 'submitted';

-- measure: Withdrawals
select count(*) from fact_scenario_state_change where transition_type = 'withdrawn';

-- measure: Error Occurrences
select count(*) from fact_cloudwatch_log where error_pattern_key is not null;

-- measure: Error Patterns
select count(distinct error_pattern_key) from fact_cloudwatch_log;

-- measure: Runs With Errors
select count(distinct runs.run_id)
from fact_cloudwatch_log
inner join fact_scenario_run as runs
    on runs.run_id = fact_cloudwatch_log.run_id
where fact_cloudwatch_log.error_pattern_key is not null;

-- measure: Scenarios With Errors
select count(distinct coalesce(runs.scenario_key, dim_scenario.scenario_key))
from fact_cloudwatch_log
left join fact_scenario_run as runs
    on runs.run_id = fact_cloudwatch_log.run_id
left join dim_scenario
    on dim_scenario.scenario_id = fact_cloudwatch_log.scenario_id
where fact_cloudwatch_log.error_pattern_key is not null
    and coalesce(runs.scenario_key, dim_scenario.scenario_key) <> -1;

-- measure: First Seen
select to_char(min(log_timestamp) at time zone 'UTC', 'YYYY-MM-DD HH24:MI')
from fact_cloudwatch_log
where error_pattern_key is not null;

-- measure: Last Seen
select to_char(max(log_timestamp) at time zone 'UTC', 'YYYY-MM-DD HH24:MI')
from fact_cloudwatch_log
where error_pattern_key is not null;

-- measure: Top Error Pattern
select dim_error_pattern.pattern
from fact_cloudwatch_log
inner join dim_error_pattern
    on dim_error_pattern.error_pattern_key = fact_cloudwatch_log.error_pattern_key
group by dim_error_pattern.pattern
order by count(*) desc, dim_error_pattern.pattern
limit 1;

-- measure: Top Error Category
select dim_error_pattern.error_category
from fact_cloudwatch_log
inner join dim_error_pattern
    on dim_error_pattern.error_pattern_key = fact_cloudwatch_log.error_pattern_key
group by dim_error_pattern.error_category
order by count(*) desc, dim_error_pattern.error_category
limit 1;

-- measure: Audit Events
select count(*) from view_scenario_audit_trail;

-- measure: Lines Logged
select count(*) from fact_cloudwatch_log;

-- measure: Inputs Used
select count(*)
from fact_node_calc_detail
where exists (
    select 1
    from fact_scenario_input_change
    where fact_scenario_input_change.node_data_id = fact_node_calc_detail.node_data_id
        and fact_scenario_input_change.scenario_key = fact_node_calc_detail.scenario_key
);

-- measure: Data As Of
select to_char(max(source_snapshot_at) at time zone 'UTC', 'YYYY-MM-DD HH24:MI')
from etl_run
where status in ('published', 'unchanged');
