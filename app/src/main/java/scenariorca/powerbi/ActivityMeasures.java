package scenariorca.powerbi;

import java.util.List;
import java.util.stream.Stream;

/** Measures of what people did, and of what the logs say; and the measures that choose colours. */
final class ActivityMeasures {
    private ActivityMeasures() {}

    static List<Measure> all() {
        return Stream.of(inputs(), differences(), eventInputs(), actions(), sessions(), transitions(), errors(), rest())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Measure> inputs() {
        return Measure.list("Input Versions", "Inputs", """
                Versions Written | count | Input versions, initial ones included.
                COUNTROWS ( 'Input Versions' )

                Input Changes | count | Edits of inputs by people that changed something.
                CALCULATE ( [Versions Written], KEEPFILTERS ( 'Input Versions'[Is Initial] = FALSE () ), KEEPFILTERS ( 'Input Versions'[Is Duplicate] = FALSE () ) )

                Edits Without Effect | count | Edits of inputs that changed nothing.
                CALCULATE ( [Versions Written], KEEPFILTERS ( 'Input Versions'[Is Initial] = FALSE () ), KEEPFILTERS ( 'Input Versions'[Is Duplicate] = TRUE () ) )

                Nodes Edited | count | Different nodes with an input change.
                CALCULATE ( DISTINCTCOUNT ( 'Input Versions'[Node Key] ), KEEPFILTERS ( 'Input Versions'[Is Initial] = FALSE () ), KEEPFILTERS ( 'Input Versions'[Is Duplicate] = FALSE () ) )
                """);
    }

    private static List<Measure> differences() {
        return Measure.list("Input Differences", "Inputs", """
                Values Changed | count | Single values of inputs changed by edits.
                COUNTROWS ( 'Input Differences' )

                Largest Change (%) | decimal | The largest rise of a value by one edit, in percent of the value before.
                MAX ( 'Input Differences'[Change Percent] )
                """);
    }

    private static List<Measure> eventInputs() {
        return Measure.list("Event Input Versions", "Inputs", """
                Event Changes | count | Versions of market events' inputs that differ from the version before.
                CALCULATE ( COUNTROWS ( 'Event Input Versions' ), KEEPFILTERS ( 'Event Input Versions'[Is Duplicate Event] = FALSE () ) )
                """);
    }

    private static List<Measure> actions() {
        return Measure.list("User Actions", "Journey", """
                Actions | count | Things users did that left a trace.
                COUNTROWS ( 'User Actions' )

                Failed Actions | count | Actions known to have failed.
                CALCULATE ( [Actions], KEEPFILTERS ( 'User Actions'[Action Outcome] = "failed" ) )

                Active Users | count | Different users who did something.
                DISTINCTCOUNT ( 'User Actions'[User Key] )

                Active Days | count | Different UTC days with an action.
                DISTINCTCOUNT ( 'User Actions'[Date Key] )

                Actions Per Active Day | decimal | Actions divided by the days with at least one.
                DIVIDE ( [Actions], [Active Days] )

                Scenarios Touched | count | Different scenarios acted on.
                CALCULATE ( DISTINCTCOUNT ( 'User Actions'[Scenario Key] ), KEEPFILTERS ( 'User Actions'[Scenario Key] <> -1 ) )

                Most Common Action | words | Type of most actions, the first by name among equals.
                MINX ( TOPN ( 1, VALUES ( 'User Actions'[Action Type] ), [Actions], DESC ), 'User Actions'[Action Type] )
                """);
    }

    private static List<Measure> sessions() {
        return Measure.list("Sessions", "Journey", """
                Sessions Held | count | Sessions: actions of one user with no pause longer than 30 minutes.
                COUNTROWS ( 'Sessions' )

                Mean Session (min) | decimal | Mean minutes from the first to the last action of a session.
                AVERAGE ( 'Sessions'[Session Minutes] )

                Longest Session (min) | decimal | Minutes of the longest session.
                MAX ( 'Sessions'[Session Minutes] )
                """);
    }

    private static List<Measure> transitions() {
        return Measure.list("Lifecycle Transitions", "Lifecycle", """
                Transitions | count | Lifecycle transitions of scenarios.
                COUNTROWS ( 'Lifecycle Transitions' )

                Submissions | count | Scenarios submitted, each time counted.
                CALCULATE ( [Transitions], KEEPFILTERS ( 'Lifecycle Transitions'[Transition] = "submitted" ) )

                Withdrawals | count | Scenarios withdrawn, each time counted.
                CALCULATE ( [Transitions], KEEPFILTERS ( 'Lifecycle Transitions'[Transition] = "withdrawn" ) )
                """);
    }

    private static List<Measure> errors() {
        return Measure.list("Log Events", "Errors", """
                Error Occurrences | count | Warnings and errors in the logs.
                COUNTROWS ( 'Log Events' )

                Error Patterns | count | Different error patterns in the logs.
                DISTINCTCOUNT ( 'Log Events'[Error Pattern Key] )

                Runs With Errors | count | Different runs with a warning or an error in the logs.
                DISTINCTCOUNTNOBLANK ( 'Log Events'[Run Key] )

                Scenarios With Errors | count | Different scenarios with a warning or an error in the logs.
                CALCULATE ( DISTINCTCOUNT ( 'Log Events'[Scenario Key] ), KEEPFILTERS ( 'Log Events'[Scenario Key] <> -1 ) )

                First Seen | time | Time of the first warning or error.
                MIN ( 'Log Events'[Logged At] )

                Last Seen | time | Time of the last warning or error.
                MAX ( 'Log Events'[Logged At] )

                Top Error Pattern | words | Most frequent error pattern, the first by text among equals.
                MINX ( TOPN ( 1, FILTER ( VALUES ( 'Error Pattern'[Error Pattern] ), [Error Occurrences] > 0 ), [Error Occurrences], DESC ), 'Error Pattern'[Error Pattern] )

                Top Error Category | words | Most frequent error category, the first by name among equals.
                MINX ( TOPN ( 1, FILTER ( VALUES ( 'Error Pattern'[Error Category] ), [Error Occurrences] > 0 ), [Error Occurrences], DESC ), 'Error Pattern'[Error Category] )
                """);
    }

    private static List<Measure> rest() {
        return Stream.of(
                        Measure.list("Audit Trail", "Lifecycle", """
                                Audit Events | count | Events in the lives of scenarios.
                                COUNTROWS ( 'Audit Trail' )
                                """),
                        Measure.list("Log Lines", "Errors", """
                                Lines Logged | count | Log events of any severity, asked of the warehouse itself.
                                COUNTROWS ( 'Log Lines' )
                                """),
                        Measure.list("Run Inputs", "Inputs", """
                                Inputs Used | count | Node calculations whose input version is known, asked of the warehouse itself.
                                COUNTROWS ( 'Run Inputs' )
                                """),
                        Measure.list("Loads", "Freshness", """
                                Data As Of | time | Up to when the source has been read (UTC).
                                CALCULATE ( MAX ( 'Loads'[Source Read At] ), KEEPFILTERS ( 'Loads'[Load Status] IN { "published", "unchanged" } ) )
                                """),
                        colours())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Measure> colours() {
        return Measure.list("Runs", Measure.COLOURS, """
                Outcome Colour | words | Colour of a run's outcome.
                %s

                Last Run Colour | words | Colour of the outcome of a scenario's last run.
                %s

                Node Colour | words | Colour of a node's outcome.
                %s

                Baseline Node Colour | words | Colour of a node's outcome in the baseline run.
                %s

                Success Rate Colour | words | Colour of a success rate.
                IF ( ISBLANK ( [Success Rate] ), "%s", IF ( [Success Rate] < 0.8, "%s", IF ( [Success Rate] < 0.95, "%s", "%s" ) ) )

                Streak Colour | words | Colour of a row of failures.
                IF ( [Failure Streak] > 0, "%s", "%s" )
                """.formatted(
                        colourOf("SELECTEDVALUE ( 'Run'[Outcome] )"),
                        colourOf("SELECTEDVALUE ( 'Scenario Health'[Last Run Outcome] )"),
                        colourOf("[Node Outcome]"),
                        colourOf("[Baseline Node Outcome]"),
                        Palette.UNKNOWN,
                        Palette.FAILED,
                        Palette.TIMEOUT,
                        Palette.SUCCESS,
                        Palette.FAILED,
                        Palette.INK));
    }

    private static String colourOf(String outcome) {
        return "SWITCH ( %s, \"success\", \"%s\", \"failed\", \"%s\", \"timeout\", \"%s\", \"in_progress\", \"%s\", \"%s\" )"
                .formatted(
                        outcome,
                        Palette.SUCCESS,
                        Palette.FAILED,
                        Palette.TIMEOUT,
                        Palette.IN_PROGRESS,
                        Palette.UNKNOWN);
    }
}
