package scenariorca.cli;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import scenariorca.cli.Screen.Look;
import scenariorca.comparison.NodeDelta;
import scenariorca.comparison.PatternDelta;
import scenariorca.platform.JsonText;
import scenariorca.report.RunComparison;
import scenariorca.report.RunComparison.Change;
import scenariorca.report.RunComparison.ChangedNode;
import scenariorca.report.RunComparison.ComparedRun;
import scenariorca.scenario.RunOutcome;

/** A comparison of two runs as a screenful: what was changed, which nodes differ, which log lines are new. */
final class ComparisonText {
    private static final int INPUTS = 8;
    private static final int LEAVES = 4;
    private static final int NODES = 8;
    private static final int PATTERNS = 6;
    private static final int FEW_NAMES = 3;
    private static final int VALUE = 40;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private ComparisonText() {}

    /** @param reason why these two runs, as a sentence; empty when somebody chose them */
    static String of(RunComparison comparison, String reason, Screen screen) {
        ComparedRun before = Objects.requireNonNull(comparison.runA());
        ComparedRun after = Objects.requireNonNull(comparison.runB());
        screen.text(
                Look.BOLD,
                before.outcome() + " -> " + after.outcome() + ", "
                        + gap(Duration.between(before.startedAt(), after.startedAt())
                                .toSeconds())
                        + (reason.isEmpty() ? "" : ". " + reason));
        screen.labelled("run a", Look.PLAIN, run(before));
        screen.labelled("run b", Look.PLAIN, run(after));
        screen.labelled("duration", Look.PLAIN, signed(comparison.durationDeltaSeconds(), " s"));
        screen.blank();
        inputs(comparison, screen);
        nodes(comparison, screen);
        patterns(comparison, screen);
        return screen.lines();
    }

    private static String run(ComparedRun run) {
        String seconds = run.durationSeconds() == null
                ? ""
                : ", " + run.durationSeconds().stripTrailingZeros().toPlainString() + " s";
        String failures = run.nodeFailures() == 0 ? "" : ", " + count(run.nodeFailures(), "node failure");
        return run.runId() + ", " + run.outcome().replace('_', ' ') + ", " + TIME.format(run.startedAt()) + seconds
                + failures;
    }

    private static void inputs(RunComparison comparison, Screen screen) {
        List<ChangedNode> inputs = comparison.changedNodes();
        String count = count(comparison.changeCount(), "value") + " in " + count(inputs.size(), "input");
        screen.text(Look.BOLD, inputs.isEmpty() ? "No input differs." : "Inputs that differ: " + count);
        for (ChangedNode input : inputs.stream().limit(INPUTS).toList()) {
            String owner = input.event() == null ? "" : " (event " + input.event() + ")";
            String name = input.nodeName() == null ? "" : input.nodeName();
            screen.indented("  ", Look.PLAIN, name + owner);
            for (Change leaf : input.changes().stream().limit(LEAVES).toList()) {
                screen.indented("    ", Look.RED, leaf(leaf));
            }
            int more = input.changeCount() - Math.min(LEAVES, input.changes().size());
            if (more > 0) {
                screen.indented("    ", Look.DIM, count(more, "more value"));
            }
        }
        more(inputs.size() - INPUTS, "more input", screen);
        leftOut(comparison.inputsLeftOut(), "input", screen);
    }

    private static String leaf(Change change) {
        String percent = change.percent() == null ? "" : " (" + signed(change.percent(), " %") + ")";
        String who = change.changedBy() == null ? "" : ", " + change.changedBy();
        Instant at = change.changedAt();
        return change.key() + ": " + value(change.before(), change.kind().equals("added")) + " -> "
                + value(change.after(), change.kind().equals("removed")) + percent + who
                + (at == null ? "" : ", " + TIME.format(at));
    }

    private static String value(@Nullable JsonText value, boolean isMissing) {
        String text = value == null ? "null" : value.text();
        return isMissing ? "missing" : Cells.fit(text, VALUE);
    }

    private static void nodes(RunComparison comparison, Screen screen) {
        if (comparison.nodeDeltas().isEmpty()) {
            return;
        }
        screen.blank();
        screen.text(Look.BOLD, "Nodes that differ: " + comparison.nodeDeltas().size());
        List<NodeDelta> shown = comparison.nodeDeltas().stream()
                .filter(node -> !node.isOneSided())
                .toList();
        for (NodeDelta node : shown.stream().limit(NODES).toList()) {
            boolean isSame = node.outcomeBefore() == node.outcomeAfter();
            boolean isWorse = node.outcomeAfter() != null && node.outcomeAfter().isFailure();
            String ended = isSame ? "" : ": " + word(node.outcomeBefore()) + " -> " + word(node.outcomeAfter());
            screen.indented(
                    "  ",
                    !isSame && isWorse ? Look.RED : Look.PLAIN,
                    node.nodeName() + " (" + node.branch() + ")" + ended + time(node));
        }
        more(shown.size() - NODES, "more node", screen);
        oneSided(comparison, screen);
    }

    private static String time(NodeDelta node) {
        if (node.deltaMs() == null) {
            return "";
        }
        String percent = node.percent() == null ? "" : " (" + signed(BigDecimal.valueOf(node.percent()), " %") + ")";
        return ", " + signed(BigDecimal.valueOf(node.deltaMs()), " ms") + percent;
    }

    /** What a failed run leaves out is a line, not a list. */
    private static void oneSided(RunComparison comparison, Screen screen) {
        Map<String, List<String>> byEnd = new LinkedHashMap<>();
        for (NodeDelta node : comparison.nodeDeltas()) {
            if (node.isOneSided()) {
                byEnd.computeIfAbsent(
                                word(node.outcomeBefore()) + " -> " + word(node.outcomeAfter()),
                                any -> new ArrayList<>())
                        .add(node.nodeName());
            }
        }
        byEnd.forEach((end, names) -> {
            String some =
                    String.join(", ", names.stream().distinct().limit(FEW_NAMES).toList());
            int left = names.size() - FEW_NAMES;
            screen.indented(
                    "  ", Look.DIM, count(names.size(), "node") + " " + end + ": " + some + (left > 0 ? " ..." : ""));
        });
    }

    private static void patterns(RunComparison comparison, Screen screen) {
        if (comparison.patternDeltas().isEmpty()) {
            return;
        }
        screen.blank();
        screen.text(
                Look.BOLD,
                "Log patterns that differ: " + comparison.patternDeltas().size());
        for (PatternDelta pattern :
                comparison.patternDeltas().stream().limit(PATTERNS).toList()) {
            String kind =
                    String.format(Locale.ROOT, "  %-11s", pattern.kind().word().replace('_', ' '));
            String counts = pattern.countBefore() + " -> " + pattern.countAfter();
            screen.indented(
                    kind, Look.PLAIN, pattern.severity() + " " + Cells.fit(pattern.pattern(), 120) + ", " + counts);
        }
        more(comparison.patternDeltas().size() - PATTERNS, "more pattern", screen);
        leftOut(comparison.patternsLeftOut(), "rarer pattern", screen);
    }

    private static void more(int left, String thing, Screen screen) {
        if (left > 0) {
            screen.indented("  ", Look.DIM, count(left, thing));
        }
    }

    private static void leftOut(int number, String thing, Screen screen) {
        if (number > 0) {
            screen.indented("  ", Look.DIM, count(number, thing) + " not compared: too many, or too large");
        }
    }

    private static String word(@Nullable RunOutcome outcome) {
        return outcome == null ? "none" : outcome.word().replace('_', ' ');
    }

    private static String gap(long seconds) {
        Duration gap = Duration.ofSeconds(Math.abs(seconds));
        String length = gap.toDays() > 1
                ? gap.toDays() + " days"
                : gap.toHours() > 1
                        ? gap.toHours() + " h " + gap.toMinutesPart() + " min"
                        : count(gap.toMinutes(), "minute");
        return length + (seconds < 0 ? " earlier" : " later");
    }

    private static String signed(@Nullable BigDecimal number, String unit) {
        if (number == null) {
            return "";
        }
        String plain = Math.abs((long) number.scale()) > 20 ? number.toString() : number.toPlainString();
        return (number.signum() > 0 ? "+" : "") + Cells.fit(plain, 24) + unit;
    }

    private static String count(long number, String thing) {
        return String.format(Locale.ROOT, "%,d %s%s", number, thing, number == 1 ? "" : "s");
    }
}
