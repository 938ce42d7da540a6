package scenariorca.powerbi;

import java.util.List;

/** The tables that describe: small, and filtered by. */
final class Dimensions {
    private Dimensions() {}

    static List<Table> all() {
        return List.of(
                date(),
                model(),
                cycle(),
                user(),
                scenario(),
                node(),
                eventType(),
                errorPattern(),
                run(),
                baselineRun());
    }

    private static Table date() {
        return Table.whole("Date", "date", "dim_date", """
                date_key whole,key Date Key
                full_date day,calendar Date
                year whole,plain Year
                quarter whole,plain Quarter
                year_month text Year Month
                month_name text,by=month Month
                month whole,hidden,plain Month Number
                week_of_year whole,plain Week
                day_name text,by=day_of_week Day
                day_of_week whole,hidden,plain Day Number
                is_weekday truth Is Weekday
                """).as(Table.Mode.DUAL);
    }

    private static Table model() {
        return Table.whole("Model", "model", "dim_model", """
                model_key whole,key Model Key
                model_name text Model
                therapeutic_area text Therapeutic Area
                disease_area text Disease Area
                publish_level text Publish Level
                model_type text Model Type
                country_name text Model Country
                region_name text Model Region
                model_version text Model Version
                model_id text Model Id
                is_active truth Is Active Model
                created_at time Model Created At
                """);
    }

    private static Table cycle() {
        return Table.whole("Forecast Cycle", "forecast_cycle", "dim_forecast_cycle", """
                forecast_cycle_key whole,key Forecast Cycle Key
                cycle_name text Forecast Cycle
                initiated_by text Initiated By
                horizon_start whole,plain Horizon Start
                horizon_end whole,plain Horizon End
                forecast_init_id text Forecast Cycle Id
                cycle_start_date day Cycle Start
                cycle_end_date day Cycle End
                initiated_at time Initiated At
                """);
    }

    private static Table user() {
        return Table.whole("User", "user", "dim_user", """
                user_key whole,key User Key
                display_name text User
                user_id text User Id
                first_seen_at time First Seen At
                last_seen_at time Last Seen At
                """);
    }

    private static Table scenario() {
        return Table.whole("Scenario", "scenario", "dim_scenario", """
                scenario_key whole,key Scenario Key
                scenario_name text Scenario
                scenario_id text Scenario Id
                current_status text Scenario Status
                region_name text Scenario Region
                country_name text Scenario Country
                currency text Currency
                created_by text Created By
                scenario_start_year whole,plain Start Year
                scenario_end_year whole,plain End Year
                is_starter truth Is Starter
                created_at time Created At
                updated_at time Updated At
                """).as(Table.Mode.DUAL);
    }

    private static Table node() {
        return Table.whole("Node", "node", "dim_node", """
                node_key whole,key Node Key
                node_name text Node
                node_type text Node Type
                flow text Flow
                tab_path text Tab Path
                group_name text Node Group
                sequence whole,plain Sequence
                node_id text Node Id
                is_output truth Is Output
                disabled truth Is Disabled
                """);
    }

    private static Table eventType() {
        return Table.whole("Event Type", "event_type", "dim_event_type", """
                event_type_key whole,key Event Type Key
                event_type_name text Event Type
                event_type_id text Event Type Id
                is_inherent truth Is Inherent
                """);
    }

    private static Table errorPattern() {
        return Table.whole("Error Pattern", "error_pattern", "dim_error_pattern", """
                error_pattern_key whole,key Error Pattern Key
                pattern text Error Pattern
                error_category text Error Category
                severity text Severity
                fingerprint text Fingerprint
                category_rule text Category Rule
                first_seen_at time Pattern First Seen At
                last_seen_at time Pattern Last Seen At
                """)
                .as(Table.Mode.DUAL);
    }

    /** Read whole: a run's outcome changes, and the tables asked directly need it in the database. */
    private static Table run() {
        return Table.whole("Run", "run", "fact_scenario_run", """
                run_fact_key whole,key Run Key
                run_name text Run
                run_id text Run Id
                run_outcome text Outcome
                run_status text Run Status
                fail_reason text Fail Reason
                error_category text Run Error Category
                correlation_id text Run Correlation Id
                input_snapshot_hash text Input Snapshot Hash
                run_by text Run By
                scenario_created_by text,hidden Run Scenario Created By
                branch_count whole Branches
                has_event_calcs truth Has Event Calculations
                run_started_at time Started At
                run_ended_at time Ended At
                """).as(Table.Mode.DUAL);
    }

    /** The same runs once more, so that a page can let two be chosen. */
    private static Table baselineRun() {
        return Table.whole("Baseline Run", "baseline_run", "fact_scenario_run", """
                run_fact_key whole,key Baseline Key
                run_name text Baseline Run
                run_id text Baseline Run Id
                run_outcome text Baseline Outcome
                scenario_created_by text,hidden Baseline Scenario Created By
                run_started_at time Baseline Started At
                run_ended_at time Baseline Ended At
                """);
    }
}
