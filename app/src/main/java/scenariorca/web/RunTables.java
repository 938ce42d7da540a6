package scenariorca.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.LeafChange;
import scenariorca.diagnosis.Cleared;
import scenariorca.diagnosis.Suspect;
import scenariorca.diagnosis.Verdict;
import scenariorca.platform.JsonText;
import scenariorca.report.Page;
import scenariorca.scenario.NodeId;
import tools.jackson.databind.JsonNode;

/** What a verdict lists, as tables to take away. */
final class RunTables {
    private RunTables() {}

    /** A possible cause. */
    public record SuspectRow(
            int rank,
            String kind,
            String title,
            double probability,
            @Nullable UUID nodeId,
            @Nullable String nodeName,
            @Nullable String input,
            @Nullable JsonText before,
            @Nullable JsonText after,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {}

    /** A change that cannot be the cause. */
    public record ClearedRow(
            UUID nodeId,
            String nodeName,
            String input,
            String changedBy,
            Instant changedAt,
            String reason,
            String text) {}

    static Page<SuspectRow> suspects(Verdict verdict) {
        return new Page<>(verdict.suspects().stream().map(RunTables::row).toList(), null);
    }

    private static SuspectRow row(Suspect suspect) {
        LeafChange change = suspect.change();
        return new SuspectRow(
                suspect.rank(),
                suspect.verdictClass().word(),
                suspect.title(),
                suspect.probability(),
                id(suspect.nodeId()),
                suspect.nodeName(),
                change == null ? suspect.input() : change.path(),
                change == null ? null : json(change.before()),
                change == null ? null : json(change.after()),
                suspect.changedBy(),
                suspect.changedAt());
    }

    static Page<ClearedRow> cleared(Verdict verdict) {
        List<ClearedRow> rows = verdict.lineup().cleared().stream()
                .map((Cleared one) -> new ClearedRow(
                        one.nodeId().value(),
                        one.nodeName(),
                        one.input(),
                        one.changedBy(),
                        one.changedAt(),
                        one.reason().word(),
                        one.text()))
                .toList();
        return new Page<>(rows, null);
    }

    private static @Nullable UUID id(@Nullable NodeId node) {
        return node == null ? null : node.value();
    }

    private static @Nullable JsonText json(@Nullable JsonNode value) {
        return value == null ? null : new JsonText(value.toString());
    }
}
