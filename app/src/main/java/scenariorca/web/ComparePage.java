package scenariorca.web;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.Suspect;
import scenariorca.report.RunComparison;
import scenariorca.report.RunComparison.ComparedRun;
import scenariorca.report.RunPlace;
import scenariorca.report.RunRow;

/** Two runs side by side, what differs first. */
record ComparePage(
        RunPlace before, RunPlace after, RunComparison comparison, List<RunRow> runs, List<Suspect> suspects) {
    /** The nodes that differ, the most suspicious first. */
    List<RunComparison.ChangedNode> nodes() {
        return comparison.changedNodes().stream()
                .sorted(Comparator.comparingDouble((RunComparison.ChangedNode node) -> -suspicion(node)))
                .toList();
    }

    private double suspicion(RunComparison.ChangedNode node) {
        return suspects.stream()
                .filter(suspect -> isOf(suspect, node.nodeId()))
                .mapToDouble(Suspect::probability)
                .max()
                .orElse(0);
    }

    /** How likely the verdict on the later run holds this value to be the cause; empty when it is no suspect. */
    String suspicion(UUID nodeId, String key) {
        return suspects.stream()
                .filter(suspect -> isOf(suspect, nodeId) && isWithin(suspect.input(), key))
                .findFirst()
                .map(suspect -> Show.chance(suspect.probability()))
                .orElse("");
    }

    private static boolean isOf(Suspect suspect, UUID nodeId) {
        return suspect.nodeId() != null && suspect.nodeId().value().equals(nodeId);
    }

    private static boolean isWithin(@Nullable String input, String key) {
        String path = input == null ? "" : input.replaceFirst("^\\$\\.?", "");
        return path.isEmpty() || key.equals(path) || key.startsWith(path + ".") || key.startsWith(path + "[");
    }

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
