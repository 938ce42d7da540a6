package scenariorca.report;

import java.util.List;
import scenariorca.report.ErrorPattern.AffectedScenario;
import scenariorca.report.ErrorPattern.FailingNode;
import scenariorca.warehouse.Row;
import scenariorca.warehouse.Snapshot;

/** Where was this error seen, since when, and whom does it hit? */
public final class ErrorPatternReport {
    private static final int MAX_NODES = 20;
    private static final int MAX_SCENARIOS = 100;

    private final Inquiry inquiry;

    ErrorPatternReport(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    public Answer<ErrorPattern> answer(String fingerprint) {
        Check.text("fingerprint", fingerprint);
        return inquiry.ask(snapshot -> {
            Found found = snapshot.query("report/error_pattern.sql")
                    .with("fingerprint", fingerprint)
                    .first(ErrorPatternReport::found)
                    .orElseThrow(() -> Check.notFound("error pattern", fingerprint));
            return found.pattern().with(nodes(snapshot, found.key()), scenarios(snapshot, found.key()));
        });
    }

    /** A pattern, its lists still empty, and its key. */
    private record Found(int key, ErrorPattern pattern) {}

    private static Found found(Row row) {
        return new Found(
                row.number("error_pattern_key"),
                new ErrorPattern(
                        row.text("fingerprint"),
                        row.text("pattern"),
                        row.text("error_category"),
                        row.textOrNull("category_rule"),
                        row.textOrNull("severity"),
                        row.bigNumber("occurrence_count"),
                        row.bigNumber("run_count"),
                        row.bigNumber("scenario_count"),
                        row.instantOrNull("first_seen_at"),
                        row.instantOrNull("last_seen_at"),
                        List.of(),
                        List.of()));
    }

    private static List<FailingNode> nodes(Snapshot snapshot, int patternKey) {
        return snapshot.query("report/error_pattern_nodes.sql")
                .with("error_pattern_key", patternKey)
                .with("row_limit", MAX_NODES)
                .list(row -> new FailingNode(
                        row.uuid("node_id"),
                        row.textOrNull("node_name"),
                        row.bigNumber("failure_count"),
                        row.bigNumber("run_count")));
    }

    private static List<AffectedScenario> scenarios(Snapshot snapshot, int patternKey) {
        return snapshot.query("report/error_pattern_scenarios.sql")
                .with("error_pattern_key", patternKey)
                .with("row_limit", MAX_SCENARIOS)
                .list(row -> new AffectedScenario(
                        row.uuid("scenario_id"),
                        row.textOrNull("scenario_name"),
                        row.bigNumber("run_count"),
                        row.instant("last_run_at")));
    }
}
