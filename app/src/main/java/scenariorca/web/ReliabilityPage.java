package scenariorca.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.report.ErrorPatternRow;
import scenariorca.report.Overview;
import scenariorca.report.PatternHistory;
import scenariorca.report.ProblemRow;
import scenariorca.report.RunsPerDay;
import scenariorca.report.TopCategory;
import scenariorca.report.TopFailing;

/** All the page of reliability shows. */
record ReliabilityPage(
        Filters filters,
        Overview overview,
        RunsPerDay perDay,
        List<TopCategory> categories,
        Patterns found,
        TopFailing failing,
        List<ProblemRow> problems,
        Chosen chosen,
        Sorting sorting) {
    private static final int PROBLEMS = 8;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** As many as anybody reads; the tables to take away have all. */
    static final int ROWS = 1_000;

    /** Which patterns are listed; empty for any. */
    record Chosen(String category, String severity) {
        QueryString query() {
            return new QueryString().with("category", category).with("severity", severity);
        }
    }

    /** The patterns listed, and when each was seen. */
    record Patterns(Listing<ErrorPatternRow> page, Map<String, List<PatternHistory.Day>> trends) {}

    /** Kinds that runs failed of, before those that only the log has. */
    private static final Comparator<TopCategory> BY_RUNS = Comparator.comparingLong(TopCategory::runCount)
            .thenComparing(TopCategory::logCount)
            .reversed();

    ReliabilityPage {
        categories = sorting.sorted(
                "categories",
                SortColumns.CATEGORIES,
                categories.stream().sorted(BY_RUNS).toList());
    }

    String category() {
        return chosen.category();
    }

    String severity() {
        return chosen.severity();
    }

    Listing<ErrorPatternRow> patterns() {
        return found.page();
    }

    List<TopFailing.FailingNode> nodes() {
        return sorting.sorted("nodes", SortColumns.NODES, failing.nodes());
    }

    List<TopFailing.BrokenScenario> broken() {
        return sorting.sorted("broken", SortColumns.BROKEN, failing.broken());
    }

    List<TopFailing.FlakyInput> flaky() {
        return sorting.sorted("flaky", SortColumns.FLAKY, failing.flaky());
    }

    /** The answer as a sentence. */
    String headline() {
        Overview.Totals now = overview.now();
        long failed = now.failedRuns() + now.timeoutRuns();
        if (now.runCount() == 0) {
            return filters.none();
        }
        if (failed == 0) {
            return "No run failed in the last " + Show.count(overview.days(), "day") + ".";
        }
        return "%s of %s in the last %s failed%s%s."
                .formatted(
                        Show.number(failed),
                        Show.count(now.runCount(), "run"),
                        Show.count(overview.days(), "day"),
                        Trend.than(failureRate(now), failureRate(overview.before())),
                        most());
    }

    private static @Nullable BigDecimal failureRate(Overview.Totals totals) {
        BigDecimal success = totals.successRate();
        return success == null ? null : HUNDRED.subtract(success);
    }

    /** The problem that cost most: of those that began or came back in these days when it got worse, of all otherwise. */
    private String most() {
        BigDecimal now = failureRate(overview.now());
        BigDecimal before = failureRate(overview.before());
        boolean isWorse = now != null && before != null && now.compareTo(before) > 0;
        return problems.stream()
                .filter(problem -> problem.kind().equals("failure"))
                .max(Comparator.comparing((ProblemRow problem) -> isWorse && isOfTheseDays(problem))
                        .thenComparing(ProblemRow::recentRunCount))
                .map(problem -> ", most of all by %s (%s%s)"
                        .formatted(
                                ProblemWords.what(problem),
                                Show.count(problem.recentRunCount(), "run"),
                                ProblemWords.isFresh(problem) ? ", " + problem.state() : ""))
                .orElse("");
    }

    private boolean isOfTheseDays(ProblemRow problem) {
        LocalDate since = perDay.days().getFirst().date();
        return problem.state().equals("regressed")
                || !LocalDate.ofInstant(problem.firstSeenAt(), ZoneOffset.UTC).isBefore(since);
    }

    /** The problems that cost most runs in these days. */
    List<ProblemRow> worst() {
        List<ProblemRow> byRuns = problems.stream()
                .sorted(Comparator.comparing(ProblemRow::recentRunCount).reversed())
                .limit(PROBLEMS)
                .toList();
        return sorting.sorted("problems", SortColumns.PROBLEMS, byRuns);
    }

    String allProblems() {
        return filters.query().of("/problems");
    }

    DayChart chart() {
        return DayChart.success(perDay, filters.among().query());
    }

    /** The runs of these days that failed with a kind of error. */
    String runs(TopCategory category) {
        return new QueryString()
                .with("error_category", category.category())
                .with("start_date", perDay.days().getFirst().date())
                .with(filters.among().query())
                .of("/runs");
    }

    /** The slow runs of these days. */
    String slow() {
        return new QueryString()
                .with("outcome", "slow")
                .with("start_date", perDay.days().getFirst().date())
                .with(filters.among().query())
                .of("/runs");
    }

    String failures() {
        return new QueryString()
                .withAll("outcome", List.of("failed", "timeout"))
                .with("start_date", perDay.days().getFirst().date())
                .with(filters.among().query())
                .of("/runs");
    }

    /** The patterns of a kind of error. */
    String patterns(TopCategory category) {
        return filters.query()
                        .with("category", category.category())
                        .with("severity", severity())
                        .of("/reliability") + "#patterns";
    }

    String pattern(String fingerprint) {
        return Links.pattern(fingerprint) + "?days=" + filters.window().days();
    }

    /** Everything that is asked for. */
    QueryString query() {
        return filters.query().with(chosen.query());
    }

    /** Whether a list is as long as a list here may be, and so perhaps cut off. */
    static boolean isFull(List<?> list) {
        return list.size() == ROWS;
    }

    static String count(List<?> list) {
        return Show.number(list.size()) + (isFull(list) ? " or more" : "");
    }

    long largest() {
        return categories.stream().mapToLong(TopCategory::runCount).max().orElse(1);
    }

    Trace trend(ErrorPatternRow pattern) {
        return Trace.of(found.trends().getOrDefault(pattern.fingerprint(), List.of()), pattern.isNew());
    }
}
