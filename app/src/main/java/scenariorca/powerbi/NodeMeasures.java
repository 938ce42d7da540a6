package scenariorca.powerbi;

import java.util.List;
import java.util.stream.Stream;

/** Measures of node calculations, of what differs between two runs, and of findings. */
final class NodeMeasures {
    private NodeMeasures() {}

    static List<Measure> all() {
        return Stream.of(calculations(), graph(), baseline(), comparisons(), findings())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Measure> calculations() {
        return Measure.list("Node Calculations", "Nodes", """
                Calculations Done | count | Node calculations, of any outcome.
                COUNTROWS ( 'Node Calculations' )

                Node Failures | count | Node calculations that failed or timed out.
                CALCULATE ( [Calculations Done], KEEPFILTERS ( 'Node Calculations'[Calculation Outcome] IN { "failed", "timeout" } ) )

                Node Failure Rate | share | Share of node calculations that failed or timed out.
                DIVIDE ( [Node Failures] + 0, [Calculations Done] )

                Failing Nodes | count | Different nodes with a failed or timed out calculation.
                CALCULATE ( DISTINCTCOUNT ( 'Node Calculations'[Node Key] ), KEEPFILTERS ( 'Node Calculations'[Calculation Outcome] IN { "failed", "timeout" } ) )

                Node Seconds | decimal | Seconds spent in node calculations.
                DIVIDE ( SUM ( 'Node Calculations'[Processing Milliseconds] ), 1000 )

                Mean Node Seconds | decimal | Mean seconds of a node calculation.
                DIVIDE ( AVERAGE ( 'Node Calculations'[Processing Milliseconds] ), 1000 )

                Slowest Node Seconds | decimal | Seconds of the slowest node calculation.
                DIVIDE ( MAX ( 'Node Calculations'[Processing Milliseconds] ), 1000 )

                Top Failing Node | words | Node with most failed or timed out calculations, the first by name among equals.
                MINX ( TOPN ( 1, FILTER ( VALUES ( 'Node'[Node] ), [Node Failures] > 0 ), [Node Failures], DESC ), 'Node'[Node] )

                Node Outcome | words | failed when any calculation failed or timed out, success when all succeeded.
                SWITCH ( TRUE (), [Node Failures] > 0, "failed", [Calculations Done] > 0, "success" )
                """);
    }

    private static List<Measure> graph() {
        return Measure.list("Node Edges", "Nodes", """
                Edges Into Nodes | count | Edges of the node graph, counted at the node that uses a result.
                COUNTROWS ( 'Node Edges' )

                Edges Out Of Nodes | count | Edges of the node graph, counted at the node whose result is used.
                CALCULATE ( [Edges Into Nodes], USERELATIONSHIP ( 'Node Edges'[Source Node Key], 'Node'[Node Key] ) )
                """);
    }

    private static List<Measure> baseline() {
        return Measure.list("Run Comparisons", "Comparison", """
                Baseline Run Key | count | The run compared with: the one chosen as baseline, else the last success before.
                IF (
                    ISFILTERED ( 'Baseline Run'[Baseline Run] ),
                    MAX ( 'Baseline Run'[Baseline Key] ),
                    CALCULATE ( MAX ( 'Run Comparisons'[Compared Baseline Key] ), KEEPFILTERS ( 'Run Comparisons'[Comparison Type] = "last_success" ) )
                )

                Baseline Node Seconds | decimal | Seconds spent in node calculations of the baseline run.
                VAR BaselineKey = [Baseline Run Key]
                RETURN
                    CALCULATE ( [Node Seconds], REMOVEFILTERS ( 'Run' ), REMOVEFILTERS ( 'Date' ), 'Node Calculations'[Run Key] = BaselineKey )

                Node Seconds Delta | decimal | Seconds more than in the baseline run; blank when either is missing.
                IF ( NOT ISBLANK ( [Node Seconds] ) && NOT ISBLANK ( [Baseline Node Seconds] ), [Node Seconds] - [Baseline Node Seconds] )

                Baseline Node Failures | count | Failed and timed out node calculations of the baseline run.
                VAR BaselineKey = [Baseline Run Key]
                RETURN
                    CALCULATE ( [Node Failures], REMOVEFILTERS ( 'Run' ), REMOVEFILTERS ( 'Date' ), 'Node Calculations'[Run Key] = BaselineKey )

                Baseline Node Outcome | words | Node Outcome in the baseline run.
                VAR BaselineKey = [Baseline Run Key]
                RETURN
                    CALCULATE ( [Node Outcome], REMOVEFILTERS ( 'Run' ), REMOVEFILTERS ( 'Date' ), 'Node Calculations'[Run Key] = BaselineKey )

                Baseline Error Occurrences | count | Warnings and errors logged by the baseline run.
                VAR BaselineKey = [Baseline Run Key]
                RETURN
                    CALCULATE ( [Error Occurrences], REMOVEFILTERS ( 'Run' ), REMOVEFILTERS ( 'Date' ), 'Log Events'[Run Key] = BaselineKey )

                Error Occurrences Delta | count | Warnings and errors more than in the baseline run.
                [Error Occurrences] - [Baseline Error Occurrences]
                """);
    }

    private static List<Measure> comparisons() {
        return Measure.list("Run Comparisons", "Comparison", """
                Edits Between Runs | count | Values edited after the baseline run started and up to the start of the run.
                VAR BaselineKey = [Baseline Run Key]
                VAR BaselineStart = CALCULATE ( MAX ( 'Baseline Run'[Baseline Started At] ), REMOVEFILTERS ( 'Baseline Run' ), 'Baseline Run'[Baseline Key] = BaselineKey )
                VAR RunStart = MAX ( 'Run'[Started At] )
                RETURN
                    COUNTROWS ( FILTER ( 'Input Differences', NOT ISBLANK ( BaselineStart ) && 'Input Differences'[Edited At] > BaselineStart && 'Input Differences'[Edited At] <= RunStart ) )

                Comparisons With Last Success | count | Runs that have an earlier success to be compared with.
                CALCULATE ( COUNTROWS ( 'Run Comparisons' ), KEEPFILTERS ( 'Run Comparisons'[Comparison Type] = "last_success" ) )

                Changes Since Last Success | count | Input versions written since the last success before a run, initial values left out.
                CALCULATE ( SUM ( 'Run Comparisons'[Input Changes Between] ), KEEPFILTERS ( 'Run Comparisons'[Comparison Type] = "last_success" ) )

                Mean Duration Delta (s) | decimal | Mean seconds more than the run before.
                CALCULATE ( AVERAGE ( 'Run Comparisons'[Duration Delta Seconds] ), KEEPFILTERS ( 'Run Comparisons'[Comparison Type] = "previous_run" ) )

                Broken By Run | count | Runs that failed or timed out right after a success.
                CALCULATE (
                    COUNTROWS ( 'Run Comparisons' ),
                    KEEPFILTERS ( 'Run Comparisons'[Comparison Type] = "previous_run" ),
                    KEEPFILTERS ( 'Run Comparisons'[Status Transition] IN { "success -> failed", "success -> timeout" } )
                )
                """);
    }

    private static List<Measure> findings() {
        return Measure.list("Run Diagnostics", "Diagnostics", """
                Findings | count | Findings about runs.
                COUNTROWS ( 'Run Diagnostics' )

                Critical Findings | count | Findings of severity critical.
                CALCULATE ( [Findings], KEEPFILTERS ( 'Run Diagnostics'[Diagnostic Severity] = "critical" ) )

                Runs With Verdict | count | Runs with a root cause among their findings.
                CALCULATE ( DISTINCTCOUNT ( 'Run Diagnostics'[Run Key] ), KEEPFILTERS ( 'Run Diagnostics'[Diagnostic Type] = "root_cause" ) )

                Verdict | words | The root cause of one run; blank for several runs, or where none was found.
                CALCULATE ( SELECTEDVALUE ( 'Run Diagnostics'[Finding] ), KEEPFILTERS ( 'Run Diagnostics'[Diagnostic Type] = "root_cause" ) )
                """);
    }
}
