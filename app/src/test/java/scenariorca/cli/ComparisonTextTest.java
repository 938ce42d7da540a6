package scenariorca.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import scenariorca.Golden;
import scenariorca.comparison.InputHistory.Version;
import scenariorca.comparison.InputVersions;
import scenariorca.comparison.RunComparison;
import scenariorca.comparison.RunSide;
import scenariorca.platform.Json;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunId;
import scenariorca.scenario.RunOutcome;

final class ComparisonTextTest {
    private static final Instant START = Instant.parse("2026-11-19T11:05:00Z");

    @Test
    void a_comparison_is_a_screenful_of_eighty_columns_and_its_json_is_known() {
        RunComparison comparison = comparison();

        String text = ComparisonText.of(comparison, "last successful run of this scenario", false);

        assertThat(text.lines()).hasSizeLessThanOrEqualTo(36).allMatch(line -> line.length() <= Screen.WIDTH);
        assertThat(ComparisonText.of(comparison, "last successful run of this scenario", true)
                        .replaceAll("\u001b\\[\\d+m", ""))
                .isEqualTo(text);
        Golden.check("comparisons/share.txt", text);
        Golden.check("comparisons/share.json", Json.writePretty(comparison));
    }

    @Test
    void runs_without_a_difference_say_so() {
        var run = new RunSide.Run(new RunId(new UUID(1, 1)), RunOutcome.SUCCESS, START, null, 0);
        var side = new RunSide(run, List.of(), List.of());

        assertThat(ComparisonText.of(RunComparison.of(side, side, List.of()), "", false))
                .contains("No input differs.")
                .startsWith("success -> success, 0 minutes later\n");
    }

    private static RunComparison comparison() {
        var before = new RunSide(
                new RunSide.Run(new RunId(new UUID(1, 1)), RunOutcome.SUCCESS, START, new BigDecimal("61.5"), 0),
                List.of(
                        calc(4, "Treatment Share", RunOutcome.SUCCESS, 900),
                        calc(6, "Treated Patients", RunOutcome.SUCCESS, 1_200)),
                List.of(new RunSide.Pattern("a", "cache warmed in <*> ms", "INFO", null, null, 4)));
        var after = new RunSide(
                new RunSide.Run(
                        new RunId(new UUID(1, 2)),
                        RunOutcome.FAILED,
                        START.plusSeconds(86_400),
                        new BigDecimal("12.0"),
                        2),
                List.of(calc(4, "Treatment Share", RunOutcome.FAILED, 300)),
                List.of(new RunSide.Pattern(
                        "b", "shares sum to <*>, must be at most <*>", "ERROR", node(4), "Treatment Share", 1)));
        var share = new InputVersions(
                node(4),
                "Treatment Share",
                "",
                version(1, "{\"market_share\":0.10}", "ann", 0),
                version(2, "{\"market_share\":0.90}", "jdoe", 85_620),
                List.of());
        var yearly = new InputVersions(
                node(7),
                "Price",
                "Biosimilar entry",
                version(
                        3,
                        "{\"yearly\":[{\"year\":2026,\"price\":10},{\"year\":2027,\"price\":11}],\"note\":\""
                                + "long ".repeat(40) + "\"}",
                        "ann",
                        0),
                version(
                        4,
                        "{\"yearly\":[{\"year\":2026,\"price\":10},{\"year\":2027,\"price\":12.5}],\"note\":null}",
                        "mlee",
                        40_000),
                List.of());
        return RunComparison.of(before, after, List.of(share, yearly));
    }

    private static RunSide.Calc calc(int node, String name, RunOutcome outcome, long ms) {
        return new RunSide.Calc(node(node), name, "without events", outcome, ms);
    }

    private static Version version(int number, String json, String by, int seconds) {
        return new Version(new UUID(3, number), Json.read(json), false, true, by, START.plusSeconds(seconds));
    }

    private static NodeId node(int number) {
        return new NodeId(new UUID(0, number));
    }
}
