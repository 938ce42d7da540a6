package scenariorca.powerbi;

import java.util.List;
import java.util.stream.Stream;

/** Measures of runs, their reliability and their duration. */
final class RunMeasures {
    private RunMeasures() {}

    static List<Measure> all() {
        return Stream.of(counts(), reliability(), duration(), standing(), recovery(), daily())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Measure> counts() {
        return Measure.list("Runs", "Runs", """
                Runs | count | Runs started, of any outcome.
                COUNTROWS ( 'Runs' )

                Successful Runs | count | Runs that succeeded.
                CALCULATE ( [Runs], KEEPFILTERS ( 'Run'[Outcome] = "success" ) )

                Failed Runs | count | Runs that failed, timeouts not counted.
                CALCULATE ( [Runs], KEEPFILTERS ( 'Run'[Outcome] = "failed" ) )

                Timed Out Runs | count | Runs that timed out.
                CALCULATE ( [Runs], KEEPFILTERS ( 'Run'[Outcome] = "timeout" ) )

                Runs In Progress | count | Runs that have not ended.
                CALCULATE ( [Runs], KEEPFILTERS ( 'Run'[Outcome] = "in_progress" ) )

                Runs Of Unknown Outcome | count | Runs whose status no rule knows; neither success nor failure.
                CALCULATE ( [Runs], KEEPFILTERS ( 'Run'[Outcome] = "unknown" ) )

                Finished Runs | count | Runs that succeeded, failed or timed out.
                CALCULATE ( [Runs], KEEPFILTERS ( 'Run'[Outcome] IN { "success", "failed", "timeout" } ) )

                Unsuccessful Runs | count | Runs that failed or timed out.
                CALCULATE ( [Runs], KEEPFILTERS ( 'Run'[Outcome] IN { "failed", "timeout" } ) )

                Scenarios Run | count | Different scenarios with a run.
                DISTINCTCOUNT ( 'Runs'[Scenario Key] )

                Users Running | count | Different users who started a run.
                DISTINCTCOUNT ( 'Runs'[User Key] )
                """);
    }

    private static List<Measure> reliability() {
        return Measure.list("Runs", "Reliability", """
                Success Rate | share | Share of finished runs that succeeded; blank when none finished.
                DIVIDE ( [Successful Runs] + 0, [Finished Runs] )

                Failure Rate | share | Share of finished runs that failed or timed out; blank when none finished.
                DIVIDE ( [Unsuccessful Runs] + 0, [Finished Runs] )
                """);
    }

    private static List<Measure> duration() {
        return Measure.list("Runs", "Duration", """
                Mean Duration (s) | decimal | Mean seconds from start to end of the runs that ended.
                AVERAGE ( 'Runs'[Duration Seconds] )

                Median Duration (s) | decimal | Median seconds from start to end of the runs that ended.
                MEDIAN ( 'Runs'[Duration Seconds] )

                Duration p95 (s) | decimal | 95th percentile, interpolated, of the seconds from start to end of the runs that ended.
                PERCENTILEX.INC ( FILTER ( 'Runs', NOT ISBLANK ( 'Runs'[Duration Seconds] ) ), 'Runs'[Duration Seconds], 0.95 )

                Longest Duration (s) | decimal | Seconds of the longest run.
                MAX ( 'Runs'[Duration Seconds] )
                """);
    }

    private static List<Measure> standing() {
        return Measure.list("Scenario Health", "Scenarios", """
                Scenarios | count | Scenarios, whether they ever ran or not.
                COUNTROWS ( 'Scenario Health' )

                Failing Scenarios | count | Scenarios whose last finished run failed or timed out.
                CALCULATE ( [Scenarios], KEEPFILTERS ( 'Scenario Health'[Failures In Row] > 0 ) )

                Failure Streak | count | Failed and timed out runs since the latest success; the longest, for several scenarios.
                MAX ( 'Scenario Health'[Failures In Row] )

                Last Run At | time | Start of the latest run.
                MAX ( 'Scenario Health'[Last Run Started At] )

                Last Good Run | words | Id of the latest successful run of one scenario; blank for several.
                SELECTEDVALUE ( 'Scenario Health'[Last Good Run Id] )

                First Failing Run | words | Id of the first run of one scenario's current row of failures; blank for several.
                SELECTEDVALUE ( 'Scenario Health'[First Failing Run Id] )
                """);
    }

    private static List<Measure> recovery() {
        return Measure.list("Recoveries", "Reliability", """
                Mean Time To Recovery (h) | decimal | Mean hours from the end of a first failing run to the end of the next success.
                AVERAGE ( 'Recoveries'[Hours To Recover] )

                Longest Time To Recovery (h) | decimal | Hours of the slowest recovery.
                MAX ( 'Recoveries'[Hours To Recover] )

                Rows Of Failures | count | Unbroken rows of failed or timed out runs.
                COUNTROWS ( 'Recoveries' )

                Recovered Rows | count | Rows of failures that a success ended.
                CALCULATE ( [Rows Of Failures], KEEPFILTERS ( 'Recoveries'[Is Still Failing] = FALSE () ) )

                Longest Failure Streak | count | Runs in the longest row of failures.
                MAX ( 'Recoveries'[Failed Runs In Row] )
                """);
    }

    private static List<Measure> daily() {
        return Measure.list("Daily Reliability", "Daily", """
                Daily Runs | count | Runs as counted per day and model by the load; equals Runs where nothing finer is filtered.
                SUM ( 'Daily Reliability'[Runs Of Day] )

                Daily Successful Runs | count | Successful runs as counted per day and model by the load.
                SUM ( 'Daily Reliability'[Successful Runs Of Day] )

                Daily Node Failures | count | Failed and timed out node calculations as counted per day and model by the load.
                SUM ( 'Daily Reliability'[Node Failures Of Day] )

                Worst Daily p95 (s) | decimal | The highest 95th percentile of duration of any day and model.
                MAX ( 'Daily Reliability'[Duration p95 Of Day] )
                """);
    }
}
