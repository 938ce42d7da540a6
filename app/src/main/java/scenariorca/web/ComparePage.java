package scenariorca.web;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import scenariorca.report.RunComparison;
import scenariorca.report.RunComparison.ComparedRun;
import scenariorca.report.RunPlace;
import scenariorca.report.RunRow;

/** Two runs side by side, what differs first. */
record ComparePage(RunPlace before, RunPlace after, RunComparison comparison, List<RunRow> runs) {
    /** The answer as a sentence. */
    String headline() {
        long values = comparison.changeCount();
        String inputs = values == 0
                ? "No input differs"
                : "%s of %s %s"
                        .formatted(
                                Show.count(values, "value"),
                                Show.count(comparison.changedNodes().size(), "input"),
                                values == 1 ? "differs" : "differ");
        return "%s between a run that %s and one that %s %s."
                .formatted(inputs, ended(before.outcome()), ended(after.outcome()), gap());
    }

    private static String ended(String outcome) {
        return switch (outcome) {
            case "success" -> "succeeded";
            case "failed" -> "failed";
            case "timeout" -> "timed out";
            case "in_progress" -> "has not ended";
            default -> "ended unknown";
        };
    }

    private String gap() {
        Duration gap = Duration.between(before.startedAt(), after.startedAt());
        return Show.duration(gap) + (gap.isNegative() ? " earlier" : " later");
    }

    ComparedRun a() {
        return Objects.requireNonNull(comparison.runA());
    }

    ComparedRun b() {
        return Objects.requireNonNull(comparison.runB());
    }
}
