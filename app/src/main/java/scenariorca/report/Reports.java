package scenariorca.report;

import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import scenariorca.lake.LakeReader;
import scenariorca.platform.Outage;

/** Every question the product can answer, for the doors that let people ask them. */
public record Reports(
        AuditTrailReport auditTrail,
        StateChangesReport stateChanges,
        UserJourneyReport userJourney,
        RunDiagnosticsReport runDiagnostics,
        ExplanationReport explanation,
        PastVerdictReport pastVerdict,
        RunVerdictsReport runVerdicts,
        ConfirmedVerdictsReport confirmedVerdicts,
        EvidenceBundleReport evidenceBundle,
        PreflightReport preflight,
        VerdictLinesReport verdictLines,
        RunPlaceReport runPlace,
        RecentRunsReport recentRuns,
        RunsPerDayReport runsPerDay,
        OverviewReport overview,
        TopFailingReport topFailing,
        ModelsReport models,
        EnvironmentsReport environments,
        ScenarioCardReport scenarioCard,
        NodeGridReport nodeGrid,
        PatternHistoryReport patternHistory,
        NodeHistoryReport nodeHistory,
        RunNodesReport runNodes,
        RunComparisonReport runComparison,
        TopCategoriesReport topCategories,
        ErrorSummaryReport errorSummary,
        ScenariosReport scenarios,
        RunsReport runs,
        UsersReport users,
        NodesReport nodes,
        ErrorPatternsReport errorPatterns,
        ErrorPatternReport errorPattern,
        PatternFixesReport patternFixes,
        UnlinkedLogsReport unlinkedLogs,
        LogGroupsReport logGroups,
        LakeLinesReport lakeLines,
        ProblemsReport problems,
        ProblemReport problem,
        ReleasesReport releases,
        NewsReport news,
        ChangesReport changes,
        ReliabilityReport reliability,
        SearchReport search,
        ReadinessReport readiness) {

    /** @param inquiry asks the warehouse */
    public static Reports of(ReportSession inquiry) {
        return of(inquiry, List::of, null);
    }

    /**
     * @param outages what does not work beside the warehouse
     * @param lake null for an installation without one
     */
    public static Reports of(ReportSession inquiry, Supplier<List<Outage>> outages, @Nullable LakeReader lake) {
        return new Reports(
                new AuditTrailReport(inquiry),
                new StateChangesReport(inquiry),
                new UserJourneyReport(inquiry),
                new RunDiagnosticsReport(inquiry),
                new ExplanationReport(inquiry),
                new PastVerdictReport(inquiry),
                new RunVerdictsReport(inquiry),
                new ConfirmedVerdictsReport(inquiry),
                new EvidenceBundleReport(inquiry),
                new PreflightReport(inquiry),
                new VerdictLinesReport(inquiry),
                new RunPlaceReport(inquiry),
                new RecentRunsReport(inquiry),
                new RunsPerDayReport(inquiry),
                new OverviewReport(inquiry),
                new TopFailingReport(inquiry),
                new ModelsReport(inquiry),
                new EnvironmentsReport(inquiry),
                new ScenarioCardReport(inquiry),
                new NodeGridReport(inquiry),
                new PatternHistoryReport(inquiry),
                new NodeHistoryReport(inquiry),
                new RunNodesReport(inquiry),
                new RunComparisonReport(inquiry),
                new TopCategoriesReport(inquiry),
                new ErrorSummaryReport(inquiry),
                new ScenariosReport(inquiry),
                new RunsReport(inquiry),
                new UsersReport(inquiry),
                new NodesReport(inquiry),
                new ErrorPatternsReport(inquiry),
                new ErrorPatternReport(inquiry),
                new PatternFixesReport(inquiry),
                new UnlinkedLogsReport(inquiry),
                new LogGroupsReport(inquiry),
                new LakeLinesReport(inquiry, lake),
                new ProblemsReport(inquiry),
                new ProblemReport(inquiry),
                new ReleasesReport(inquiry),
                new NewsReport(inquiry),
                new ChangesReport(inquiry),
                new ReliabilityReport(inquiry),
                new SearchReport(inquiry),
                new ReadinessReport(inquiry, outages));
    }
}
