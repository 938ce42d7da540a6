package scenariorca.report;

/** Every question the product can answer, for the doors that let people ask them. */
public record Reports(
        AuditTrailReport auditTrail,
        StateChangesReport stateChanges,
        UserJourneyReport userJourney,
        RunDiagnosticsReport runDiagnostics,
        ExplanationReport explanation,
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
        ReliabilityReport reliability,
        SearchReport search,
        ReadinessReport readiness) {

    /** @param inquiry asks the warehouse */
    public static Reports of(Inquiry inquiry) {
        return new Reports(
                new AuditTrailReport(inquiry),
                new StateChangesReport(inquiry),
                new UserJourneyReport(inquiry),
                new RunDiagnosticsReport(inquiry),
                new ExplanationReport(inquiry),
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
                new ReliabilityReport(inquiry),
                new SearchReport(inquiry),
                new ReadinessReport(inquiry));
    }
}
