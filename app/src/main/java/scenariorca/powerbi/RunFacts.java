package scenariorca.powerbi;

import java.util.List;

/** The tables of what happened to runs. */
final class RunFacts {
    private RunFacts() {}

    static List<Table> all() {
        return List.of(
                runs(),
                nodeCalculations(),
                nodeEdges(),
                health(),
                recoveries(),
                comparisons(),
                diagnostics(),
                daily(),
                runInputs());
    }

    private static Table runs() {
        return Table.growing("Runs", "scenario_run", "fact_scenario_run", "run_started_at", """
                run_fact_key whole,link=run Run Key
                scenario_key whole,link=scenario Scenario Key
                model_key whole,link=model Model Key
                forecast_cycle_key whole,link=forecast_cycle Forecast Cycle Key
                run_by_user_key whole,link=user User Key
                run_date_key whole,link=date Date Key
                error_pattern_key whole,link=error_pattern Error Pattern Key
                duration_seconds number Duration Seconds
                node_calc_total whole Calculations
                node_calc_success whole Successful Calculations
                node_calc_failed whole Failed Calculations
                node_calc_timeout whole Timed Out Calculations
                run_started_at time,hidden Run Started At
                """);
    }

    private static Table nodeCalculations() {
        return Table.growing("Node Calculations", "node_calculation", "fact_node_calc_detail", "run_started_at", """
                node_calc_key whole,hidden,plain Node Calculation Key
                run_fact_key whole,link=run Run Key
                scenario_key whole,link=scenario Scenario Key
                model_key whole,link=model Model Key
                node_key whole,link=node Node Key
                run_by_user_key whole,link=user User Key
                run_date_key whole,link=date Date Key
                error_pattern_key whole,link=error_pattern Error Pattern Key
                event_tag text Branch
                calc_outcome text Calculation Outcome
                calc_status text Calculation Status
                error_category text Calculation Error Category
                error_message text Calculation Error
                input_hash text,hidden Input Hash
                processing_time_ms whole Processing Milliseconds
                started_at time Calculation Started At
                ended_at time Calculation Ended At
                run_started_at time,hidden Calculation Run Started At
                """);
    }

    private static Table nodeEdges() {
        return Table.whole("Node Edges", "node_edge", "bridge_node_edge", """
                source_node_key whole,link=node,inactive Source Node Key
                target_node_key whole,link=node Target Node Key
                is_active truth Is Active Edge
                """);
    }

    private static Table health() {
        return Table.whole("Scenario Health", "scenario_health", "dim_scenario", """
                scenario_key whole,link=scenario Scenario Key
                model_key whole,link=model Model Key
                forecast_cycle_key whole,link=forecast_cycle Forecast Cycle Key
                created_by_user_key whole,link=user User Key
                last_run_outcome text Last Run Outcome
                last_run_id text Last Run Id
                last_good_run_id text Last Good Run Id
                first_failing_run_id text First Failing Run Id
                failure_streak whole Failures In Row
                last_run_at time Last Run Started At
                last_good_at time Last Good At
                failing_since time Failing Since
                """);
    }

    private static Table recoveries() {
        return Table.whole("Recoveries", "recovery", "fact_scenario_run", """
                first_failing_run_key whole,hidden,plain First Failing Run Key
                scenario_key whole,link=scenario Scenario Key
                model_key whole,link=model Model Key
                forecast_cycle_key whole,link=forecast_cycle Forecast Cycle Key
                run_by_user_key whole,link=user User Key
                run_date_key whole,link=date Date Key
                first_failing_run_id text First Failing Run Id
                last_good_run_id text Last Good Run Before Id
                recovered_run_id text Recovered Run Id
                failed_runs whole Failed Runs In Row
                hours_to_recover number Hours To Recover
                is_open truth Is Still Failing
                failing_since time Failed At
                recovered_at time Recovered At
                """);
    }

    private static Table comparisons() {
        return Table.whole("Run Comparisons", "run_comparison", "fact_run_comparison", """
                comparison_key whole,hidden,plain Comparison Key
                scenario_key whole,link=scenario Scenario Key
                model_key whole,link=model Model Key
                run_by_user_key whole,link=user User Key
                run_date_key whole,link=date Date Key
                baseline_run_key whole,link=baseline_run Compared Baseline Key
                run_fact_key whole,link=run Run Key
                comparison_type text Comparison Type
                status_transition text Status Transition
                input_changes_between whole Input Changes Between
                changed_nodes whole Changed Nodes
                node_failures_delta whole Node Failures Delta
                duration_delta_seconds number Duration Delta Seconds
                run_a_started_at time Compared Baseline Started At
                run_b_started_at time Compared Run Started At
                """);
    }

    private static Table diagnostics() {
        return Table.whole("Run Diagnostics", "run_diagnostic", "fact_run_diagnostic", """
                diagnostic_key whole,hidden,plain Diagnostic Key
                run_fact_key whole,link=run Run Key
                scenario_key whole,link=scenario Scenario Key
                model_key whole,link=model Model Key
                node_key whole,link=node Node Key
                run_by_user_key whole,link=user User Key
                run_date_key whole,link=date Date Key
                diagnostic_type text Diagnostic Type
                severity text Diagnostic Severity
                diagnostic_category text Diagnostic Category
                diagnostic_message text Finding
                diagnostic_details text Finding Details
                """);
    }

    private static Table daily() {
        return Table.whole("Daily Reliability", "reliability_daily", "fact_reliability_daily", """
                reliability_key whole,hidden,plain Reliability Key
                date_key whole,link=date Date Key
                model_key whole,link=model Model Key
                top_failing_node text Top Failing Node Of Day
                top_error_category text Top Error Category Of Day
                total_runs whole Runs Of Day
                successful_runs whole Successful Runs Of Day
                failed_runs whole Failed Runs Of Day
                timeout_runs whole Timed Out Runs Of Day
                total_node_failures whole Node Failures Of Day
                avg_duration_seconds number Mean Duration Of Day
                p95_duration_seconds number Duration p95 Of Day
                """);
    }

    private static Table runInputs() {
        return Table.whole("Run Inputs", "run_input", "fact_node_calc_detail", """
                node_calc_key whole,hidden,plain Input Calculation Key
                run_fact_key whole,link=run Run Key
                scenario_key whole,link=scenario Scenario Key
                node_name text Input Node
                event_tag text Input Branch
                calc_outcome text Outcome With Input
                changed_by text Input Written By
                change_from_version_before text Change From Version Before
                input_data text Input
                output_summary text Output
                change_sequence whole,plain Input Version
                changed_at time Input Written At
                """)
                .as(Table.Mode.DIRECT_QUERY);
    }
}
