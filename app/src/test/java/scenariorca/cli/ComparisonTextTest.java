package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import scenariorca.Golden;
import scenariorca.comparison.NodeDelta;
import scenariorca.comparison.PatternDelta;
import scenariorca.platform.Json;
import scenariorca.platform.JsonText;
import scenariorca.report.RunComparison;
import scenariorca.report.RunComparison.Change;
import scenariorca.report.RunComparison.ChangedNode;
import scenariorca.report.RunComparison.ComparedRun;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunOutcome;

final class ComparisonTextTest {
    private static final Instant START = Instant.parse("2026-11-19T11:05:00Z");

    @Test
    void a_comparison_is_a_screenful_of_eighty_columns_and_its_json_is_known() {
        RunComparison comparison = comparison();

        String text = ComparisonText.of(
                comparison, "last successful run of this scenario", new Screen(Screen.USUAL_WIDTH, false));

        assertThat(text.lines()).hasSizeLessThanOrEqualTo(36).allMatch(line -> line.length() <= Screen.USUAL_WIDTH);
        assertThat(ComparisonText.of(
                                comparison,
                                "last successful run of this scenario",
                                new Screen(Screen.USUAL_WIDTH, true))
                        .replaceAll("\u001b\\[\\d+m", ""))
                .isEqualTo(text);
        Golden.check("comparisons/share.txt", text);
        Golden.check("comparisons/share.json", Json.writePretty(comparison));
    }

    @Test
    void runs_without_a_difference_say_so() {
        assertThat(ComparisonText.of(
                        comparison(List.of(), List.of(), List.of(), 0), "", new Screen(Screen.USUAL_WIDTH, false)))
                .contains("No input differs.")
                .startsWith("success -> failed, 24 h 0 min later\n");
    }

    @Test
    void what_was_not_compared_is_counted() {
        assertThat(ComparisonText.of(
                        comparison(List.of(), List.of(), List.of(delta(PatternDelta.Kind.NEW)), 3),
                        "",
                        new Screen(Screen.USUAL_WIDTH, false)))
                .contains("  3 inputs not compared", "  3 rarer patterns not compared");
    }

    private static RunComparison comparison() {
        var share = new ChangedNode(
                id(4),
                "Treatment Share",
                null,
                START.plusSeconds(85_620),
                "jdoe",
                "b",
                "a",
                1,
                List.of(change("market_share", "changed", "0.1", "0.9", "jdoe")));
        var price = new ChangedNode(
                id(7),
                "Price",
                "Biosimilar entry",
                START.plusSeconds(40_000),
                "mlee",
                null,
                null,
                2,
                List.of(
                        change("note", "type_changed", "\"" + "long ".repeat(40) + "\"", null, "mlee"),
                        change("yearly[year=2027].price", "added", null, "12.5", "mlee")));
        var nodes = List.of(
                node(4, "Treatment Share", RunOutcome.FAILED, -600L, -66.7),
                node(6, "Treated Patients", null, null, null));
        return comparison(
                List.of(price, share), nodes, List.of(delta(PatternDelta.Kind.NEW), delta(PatternDelta.Kind.GONE)), 0);
    }

    private static RunComparison comparison(
            List<ChangedNode> inputs, List<NodeDelta> nodes, List<PatternDelta> patterns, int leftOut) {
        return new RunComparison(
                id(1),
                "given",
                "The runs asked for.",
                run(1, "success", START, "61.5", 0),
                run(2, "failed", START.plusSeconds(86_400), "12.0", 2),
                new BigDecimal("86400.000"),
                3L,
                new BigDecimal("-49.5"),
                inputs,
                leftOut,
                nodes.size(),
                nodes,
                patterns,
                leftOut);
    }

    private static ComparedRun run(int number, String outcome, Instant started, String seconds, int failures) {
        return new ComparedRun(
                id(number), outcome, outcome, started, started, new BigDecimal(seconds), "jdoe", null, null, failures);
    }

    private static Change change(String key, String kind, @Nullable String before, @Nullable String after, String by) {
        return new Change(key, kind, json(before), json(after), null, null, by, START.plusSeconds(40_000));
    }

    private static @Nullable JsonText json(@Nullable String text) {
        return text == null ? null : new JsonText(text);
    }

    private static NodeDelta node(
            int number, String name, @Nullable RunOutcome after, @Nullable Long deltaMs, @Nullable Double percent) {
        return new NodeDelta(
                new NodeId(id(number)),
                name,
                "without events",
                RunOutcome.SUCCESS,
                after,
                900L,
                null,
                deltaMs,
                percent);
    }

    private static PatternDelta delta(PatternDelta.Kind kind) {
        return new PatternDelta(
                kind, "a", "shares sum to <*>, must be at most <*>", "ERROR", null, "Treatment Share", 0, 1);
    }

    private static UUID id(int number) {
        return new UUID(0, number);
    }
}
