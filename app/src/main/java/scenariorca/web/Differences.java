package scenariorca.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.NodeDelta;
import scenariorca.platform.JsonText;
import scenariorca.report.RunComparison;
import scenariorca.report.RunComparison.ChangedNode;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunOutcome;

/** What two runs differ in, as tables to take away. */
final class Differences {
    private Differences() {}

    /** A value of an input that differs. */
    public record Value(
            @Nullable UUID nodeId,
            @Nullable String nodeName,
            @Nullable String event,
            String key,
            String kind,
            @Nullable JsonText before,
            @Nullable JsonText after,
            @Nullable BigDecimal delta,
            @Nullable BigDecimal percent,
            @Nullable String changedBy,
            @Nullable Instant changedAt) {}

    /** A calculation that ended otherwise, or took another time. */
    public record Node(
            UUID nodeId,
            String nodeName,
            String branch,
            @Nullable String outcomeBefore,
            @Nullable String outcomeAfter,
            @Nullable Long msBefore,
            @Nullable Long msAfter,
            @Nullable Double percent) {}

    /** A kind of log line that one run has more of. */
    public record Line(
            String kind,
            String severity,
            String pattern,
            String fingerprint,
            @Nullable UUID nodeId,
            @Nullable String nodeName,
            long countBefore,
            long countAfter) {}

    static List<Value> values(RunComparison comparison) {
        Stream<Value> listed = comparison.changedNodes().stream()
                .flatMap(node -> Stream.concat(
                        node.changes().stream().map(change -> value(node, change)), unlisted(node).stream()));
        return Stream.concat(listed, leftOut(comparison.inputsLeftOut()).stream())
                .toList();
    }

    private static Value value(ChangedNode node, RunComparison.Change change) {
        return new Value(
                node.nodeId(),
                node.nodeName(),
                node.event(),
                change.key(),
                change.kind(),
                change.before(),
                change.after(),
                change.delta(),
                change.percent(),
                change.changedBy(),
                change.changedAt());
    }

    /** A last row that says how many values of an input the comparison counted without keeping them. */
    private static Optional<Value> unlisted(ChangedNode node) {
        int more = node.changeCount() - node.changes().size();
        return more == 0
                ? Optional.empty()
                : Optional.of(new Value(
                        node.nodeId(),
                        node.nodeName(),
                        node.event(),
                        more + " more values, not listed",
                        "omitted",
                        null,
                        null,
                        null,
                        null,
                        node.changedBy(),
                        node.changedAt()));
    }

    /** A last row that says how many inputs were not compared. */
    private static Optional<Value> leftOut(int inputs) {
        String what = inputs + " more inputs, not compared";
        return inputs == 0
                ? Optional.empty()
                : Optional.of(new Value(null, null, null, what, "omitted", null, null, null, null, null, null));
    }

    static List<Node> nodes(List<NodeDelta> deltas) {
        return deltas.stream()
                .map(delta -> new Node(
                        delta.nodeId().value(),
                        delta.nodeName(),
                        delta.branch(),
                        word(delta.outcomeBefore()),
                        word(delta.outcomeAfter()),
                        delta.msBefore(),
                        delta.msAfter(),
                        delta.percent()))
                .toList();
    }

    static List<Line> lines(RunComparison comparison) {
        Stream<Line> listed = comparison.patternDeltas().stream()
                .map(delta -> new Line(
                        delta.kind().word(),
                        delta.severity(),
                        delta.pattern(),
                        delta.fingerprint(),
                        id(delta.nodeId()),
                        delta.nodeName(),
                        delta.countBefore(),
                        delta.countAfter()));
        int more = comparison.patternsLeftOut();
        return more == 0
                ? listed.toList()
                : Stream.concat(
                                listed,
                                Stream.of(new Line(
                                        "omitted", "", more + " rarer patterns, not compared", "", null, null, 0, 0)))
                        .toList();
    }

    private static @Nullable String word(@Nullable RunOutcome outcome) {
        return outcome == null ? null : outcome.word();
    }

    private static @Nullable UUID id(@Nullable NodeId node) {
        return node == null ? null : node.value();
    }
}
