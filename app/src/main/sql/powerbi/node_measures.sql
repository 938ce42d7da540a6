-- The SQL twins of the measures of nodes, of what differs between runs, and of findings. See run_measures.sql.

-- measure: Calculations Done
select count(*) from fact_node_calc_detail;

-- measure: Node Failures
select count(*) from fact_node_calc_detail where calc_outcome in ('failed', 'timeout');

-- measure: Node Failure Rate
select
    count(*) filter (where calc_outcome in ('failed', 'timeout'))::numeric / nullif(count(*), 0)
from fact_node_calc_detail;

-- measure: Failing Nodes
select count(distinct node_key) from fact_node_calc_detail where calc_outcome in ('failed', 'timeout');

-- measure: Node Seconds
select sum(processing_time_ms) / 1000.0 from fact_node_calc_detail;

-- measure: Mean Node Seconds
select avg(processing_time_ms) / 1000.0 from fact_node_calc_detail;

-- measure: Slowest Node Seconds
select max(processing_time_ms) / 1000.0 from fact_node_calc_detail;

-- measure: Top Failing Node
select dim_node.node_name
from fact_node_calc_detail
inner join dim_node
    on dim_node.node_key = fact_node_calc_detail.node_key
where fact_node_calc_detail.calc_outcome in ('failed', 'timeout')
group by dim_node.node_name
order by count(*) desc, dim_node.node_name
limit 1;

-- measure: Node Outcome
select
    case
        when count(*) filter (where calc_outcome in ('failed', 'timeout')) > 0 then 'failed'
        when count(*) > 0 then 'success'
    end
from fact_node_calc_detail;

-- measure: Edges Into Nodes
select count(*) from bridge_node_edge;

-- measure: Edges Out Of Nodes
select count(*) from bridge_node_edge;

-- measure: Baseline Run Key
select max(run_a.run_fact_key)
from fact_run_comparison
inner join fact_scenario_run as run_a
    on run_a.scenario_key = fact_run_comparison.scenario_key
    and run_a.run_id = fact_run_comparison.run_a_id
where fact_run_comparison.comparison_type = 'last_success';

-- measure: Baseline Node Seconds
select sum(fact_node_calc_detail.processing_time_ms) / 1000.0
from fact_node_calc_detail
where fact_node_calc_detail.run_fact_key = (
    select max(run_a.run_fact_key)
    from fact_run_comparison
    inner join fact_scenario_run as run_a
        on run_a.run_id = fact_run_comparison.run_a_id
    where fact_run_comparison.comparison_type = 'last_success'
);

-- measure: Node Seconds Delta
select
    sum(fact_node_calc_detail.processing_time_ms) / 1000.0
    - sum(fact_node_calc_detail.processing_time_ms) filter (
        where fact_node_calc_detail.run_fact_key = (
            select max(run_a.run_fact_key)
            from fact_run_comparison
            inner join fact_scenario_run as run_a
                on run_a.run_id = fact_run_comparison.run_a_id
            where fact_run_comparison.comparison_type = 'last_success'
        )
    ) / 1000.0
from fact_node_calc_detail;

-- measure: Baseline Node Failures
select count(*)
from fact_node_calc_detail
where fact_node_calc_detail.calc_outcome in ('failed', 'timeout')
    and fact_node_calc_detail.run_fact_key = (
        select max(run_a.run_fact_key)
        from fact_run_comparison
        inner join fact_scenario_run as run_a
            on run_a.run_id = fact_run_comparison.run_a_id
        where fact_run_comparison.comparison_type = 'last_success'
    );

-- measure: Baseline Node Outcome
select
    case
        when count(*) filter (where fact_node_calc_detail.calc_outcome in ('failed', 'timeout')) > 0
            then 'failed'
        when count(*) > 0 then 'success'
    end
from fact_node_calc_detail
where fact_node_calc_detail.run_fact_key = (
    select max(run_a.run_fact_key)
    from fact_run_comparison
    inner join fact_scenario_run as run_a
        on run_a.run_id = fact_run_comparison.run_a_id
    where fact_run_comparison.comparison_type = 'last_success'
);

-- measure: Baseline Error Occurrences
select count(*)
from fact_cloudwatch_log
inner join fact_scenario_run as runs
    on runs.run_id = fact_cloudwatch_log.run_id
where fact_cloudwatch_log.error_pattern_key is not null
    and runs.run_fact_key = (
        select max(run_a.run_fact_key)
        from fact_run_comparison
        inner join fact_scenario_run as run_a
            on run_a.run_id = fact_run_comparison.run_a_id
        where fact_run_comparison.comparison_type = 'last_success'
    );

-- measure: Error Occurrences Delta
select
    count(*) - count(*) filter (
        where runs.run_fact_key = (
            select max(run_a.run_fact_key)
            from fact_run_comparison
            inner join fact_scenario_run as run_a
                on run_a.run_id = fact_run_comparison.run_a_id
            where fact_run_comparison.comparison_type = 'last_success'
        )
    )
from fact_cloudwatch_log
left join fact_scenario_run as runs
    on runs.run_id = fact_cloudwatch_log.run_id
where fact_cloudwatch_log.error_pattern_key is not null;

-- measure: Edits Between Runs
select sum(jsonb_array_length(fact_scenario_input_change.input_diff_summary -> 'changes'))
from fact_scenario_input_change
where not fact_scenario_input_change.is_initial
    and fact_scenario_input_change.changed_at <= (select max(run_started_at) from fact_scenario_run)
    and fact_scenario_input_change.changed_at > (
        select baseline.run_started_at
        from fact_run_comparison
        inner join fact_scenario_run as baseline
            on baseline.run_id = fact_run_comparison.run_a_id
        where fact_run_comparison.comparison_type = 'last_success'
        order by baseline.run_fact_key desc
        limit 1
    );

-- measure: Comparisons With Last Success
select count(*) from fact_run_comparison where comparison_type = 'last_success';

-- measure: Changes Since Last Success
select sum(input_changes_between) from fact_run_comparison where comparison_type = 'last_success';

-- measure: Mean Duration Delta (s)
select avg(duration_delta_seconds) from fact_run_comparison where comparison_type = 'previous_run';

-- measure: Broken By Run
select count(*)
from fact_run_comparison
where comparison_type = 'previous_run'
    and status_transition in ('success -> failed', 'success -> timeout');

-- measure: Findings
select count(*) from fact_run_diagnostic;

-- measure: Critical Findings
select count(*) from fact_run_diagnostic where severity = 'critical';

-- measure: Runs With Verdict
select count(distinct run_fact_key) from fact_run_diagnostic where diagnostic_type = 'root_cause';

-- measure: Verdict
select case when count(distinct diagnostic_message) = 1 then min(diagnostic_message) end
from fact_run_diagnostic
where diagnostic_type = 'root_cause';
