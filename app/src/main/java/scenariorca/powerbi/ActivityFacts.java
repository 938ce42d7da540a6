package scenariorca.powerbi;

import java.util.List;

/** The tables of what people changed and what the logs say. */
final class ActivityFacts {
    private ActivityFacts() {}

    static List<Table> all() {
        return List.of(
                transitions(),
                actions(),
                sessions(),
                inputs(),
                differences(),
                eventInputs(),
                auditTrail(),
                logEvents(),
                logLines(),
                loads());
    }

    private static Table transitions() {
        return Table.whole("Lifecycle Transitions", "state_change", "fact_scenario_state_change", """
                state_change_key whole,hidden,plain State Change Key
                scenario_key whole,link=scenario Scenario Key
                model_key whole,link=model Model Key
                changed_by_user_key whole,link=user User Key
                date_key whole,link=date Date Key
                transition_type text Transition
                previous_status text Previous Status
                new_status text New Status
                change_reason text Change Reason
                correlation_id text Transition Correlation Id
                changed_at time Transition At
                """);
    }

    private static Table actions() {
        return Table.growing("User Actions", "user_action", "fact_user_action", "action_timestamp", """
                user_action_key whole,hidden,plain User Action Key
                user_key whole,link=user User Key
                scenario_key whole,link=scenario Scenario Key
                model_key whole,link=model Model Key
                date_key whole,link=date Date Key
                action_type text Action Type
                action_category text Action Category
                action_outcome text Action Outcome
                target_entity_type text Target
                target_entity_id text Target Id
                correlation_id text Action Correlation Id
                request_endpoint text Request Endpoint
                http_method text Http Method
                error_message text Action Error
                request_duration_ms whole Request Milliseconds
                hour_of_day whole,plain Hour Of Day
                action_timestamp time Acted At
                """);
    }

    private static Table sessions() {
        return Table.whole("Sessions", "session", "fact_user_action", """
                user_key whole,link=user User Key
                date_key whole,link=date Date Key
                user_id text,hidden Session User Id
                session_name text Session
                actions whole Session Actions
                failed_actions whole Session Failed Actions
                scenarios whole Session Scenarios
                length_minutes number Session Minutes
                session_started_at time Session Started At
                session_ended_at time Session Ended At
                """);
    }

    /** Without the end of a version: it comes weeks later, when the row is no longer refreshed. */
    private static Table inputs() {
        return Table.growing("Input Versions", "input_change", "fact_scenario_input_change", "changed_at", """
                input_change_key whole,hidden,plain Input Change Key
                scenario_key whole,link=scenario Scenario Key
                model_key whole,link=model Model Key
                node_key whole,link=node Node Key
                changed_by_user_key whole,link=user User Key
                change_date_key whole,link=date Date Key
                next_run_key whole,link=run Next Run Key
                change_source text Change Source
                correlation_id text Change Correlation Id
                change_summary text Change Summary
                change_sequence whole,plain Version
                changed_keys whole Changed Keys
                is_duplicate truth Is Duplicate
                is_initial truth Is Initial
                is_validated truth Is Validated
                changed_at time Changed At
                """);
    }

    private static Table differences() {
        return Table.growing("Input Differences", "input_difference", "fact_scenario_input_change", "changed_at", """
                input_change_key whole,hidden,plain Difference Change Key
                scenario_key whole,link=scenario Scenario Key
                model_key whole,link=model Model Key
                node_key whole,link=node Node Key
                changed_by_user_key whole,link=user User Key
                change_date_key whole,link=date Date Key
                path text Key Path
                kind text Difference
                value_before text Before
                value_after text After
                delta number Delta
                change_percent number Change Percent
                changed_at time Edited At
                """);
    }

    private static Table eventInputs() {
        return Table.whole("Event Input Versions", "event_change", "fact_event_input_change", """
                event_change_key whole,hidden,plain Event Change Key
                scenario_key whole,link=scenario Scenario Key
                model_key whole,link=model Model Key
                event_type_key whole,link=event_type Event Type Key
                changed_by_user_key whole,link=user User Key
                change_date_key whole,link=date Date Key
                correlation_id text Event Change Correlation Id
                change_summary text Event Change Summary
                change_sequence whole,plain Event Version
                is_duplicate truth Is Duplicate Event
                is_overridden truth Is Overridden
                is_validated truth Is Validated Event
                changed_at time Event Changed At
                """);
    }

    private static Table auditTrail() {
        return Table.growing("Audit Trail", "audit_trail", "view_scenario_audit_trail", "event_timestamp", """
                audit_key text,hidden Audit Key
                scenario_key whole,link=scenario Scenario Key
                model_key whole,link=model Model Key
                node_key whole,link=node Node Key
                run_fact_key whole,link=run Run Key
                user_key whole,link=user User Key
                date_key whole,link=date Date Key
                event_type text Event
                event_category text Event Category
                event_description text Event Description
                correlation_id text Event Correlation Id
                event_timestamp time Event At
                """);
    }

    private static Table logEvents() {
        return Table.growing("Log Events", "log_event", "fact_cloudwatch_log", "log_timestamp", """
                log_key whole,hidden,plain Log Key
                run_fact_key whole,link=run Run Key
                scenario_key whole,link=scenario Scenario Key
                model_key whole,link=model Model Key
                node_key whole,link=node Node Key
                date_key whole,link=date Date Key
                error_pattern_key whole,link=error_pattern Error Pattern Key
                environment text Environment
                service_name text Service
                severity text Log Severity
                message text Message
                correlation_id text Log Correlation Id
                log_timestamp time Logged At
                """);
    }

    private static Table logLines() {
        return Table.whole("Log Lines", "log_line", "fact_cloudwatch_log", """
                log_key whole,hidden,plain Line Key
                run_fact_key whole,link=run Run Key
                scenario_key whole,link=scenario Scenario Key
                error_pattern_key whole,link=error_pattern Error Pattern Key
                environment text Line Environment
                service_name text Line Service
                severity text Line Severity
                message text Line
                stack_trace text Stack Trace
                log_timestamp time Line At
                """).as(Table.Mode.DIRECT_QUERY);
    }

    private static Table loads() {
        return Table.whole("Loads", "data_freshness", "etl_run", """
                etl_run_id whole,hidden,plain Load Id
                mode text Load Mode
                status text Load Status
                version whole,plain Warehouse Version
                rows_written whole Rows Written
                source_snapshot_at time Source Read At
                started_at time Load Started At
                ended_at time Load Ended At
                """);
    }
}
