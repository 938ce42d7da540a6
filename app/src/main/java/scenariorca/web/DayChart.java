package scenariorca.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import scenariorca.reliability.SuccessBand;
import scenariorca.report.PatternHistory;
import scenariorca.report.ProblemCard;
import scenariorca.report.RunsPerDay;

/**
 * A picture with a column per day.
 *
 * @param top the highest value, which is at the upper edge
 * @param columns the days
 * @param band outline of the band of confidence; empty for none
 */
record DayChart(long top, List<Column> columns, String band) {
    static final int WIDTH = 1_000;
    static final int HEIGHT = 140;
    private static final int BOTTOM = 118;
    private static final int UPPER = 8;
    private static final int LABELS = 8;
    /** Height of the mark below a day with a release. */
    private static final int RELEASE_MARK = 6;

    /** How wide it is drawn: for a screen, and for a phone, where every second label has room. */
    enum Size {
        WIDE(1_000, 1),
        NARROW(320, 2);

        private final int width;
        private final int labelEvery;

        Size(int width, int labelEvery) {
            this.width = width;
            this.labelEvery = labelEvery;
        }

        int width() {
            return width;
        }

        String look() {
            return name().toLowerCase(Locale.ROOT);
        }

        String scale() {
            return Double.toString((double) width / WIDTH);
        }

        String x(double x) {
            return at(x * width / WIDTH);
        }

        boolean isLabelled(Column column) {
            return column.labelNumber() >= 0 && column.labelNumber() % labelEvery == 0;
        }
    }

    /** @param labelNumber which of the labels of the axis it bears, counted from 0; -1 for most, which bear none */
    record Column(String link, String title, String label, int labelNumber, double x, double width, List<Part> parts) {}

    /** @param outcome decides colour and, as the order is always the same, place */
    record Part(String outcome, double y, double height) {}

    /** Runs by outcome, failures at the bottom where they are compared best. */
    static DayChart runs(RunsPerDay perDay, QueryString query) {
        long top = Math.max(
                1,
                perDay.days().stream()
                        .mapToLong(RunsPerDay.Day::totalRuns)
                        .max()
                        .orElse(1));
        List<Column> columns = new ArrayList<>();
        double width = (double) WIDTH / Math.max(1, perDay.days().size());
        for (RunsPerDay.Day day : perDay.days()) {
            List<Part> parts = new ArrayList<>();
            double y = BOTTOM;
            long[] counts = {day.failedRuns(), day.timeoutRuns(), day.otherRuns(), day.successfulRuns()};
            String[] outcomes = {"failed", "timeout", "in_progress", "success"};
            for (int index = 0; index < counts.length; index++) {
                double height = (double) counts[index] * (BOTTOM - UPPER) / top;
                if (counts[index] > 0) {
                    y -= height;
                    parts.add(new Part(outcomes[index], y, height));
                }
            }
            String title = "%s: %s, %d succeeded, %d failed, %d timed out"
                    .formatted(
                            day.date(),
                            Show.count(day.totalRuns(), "run"),
                            day.successfulRuns(),
                            day.failedRuns(),
                            day.timeoutRuns());
            columns.add(column(
                    day.date(), title, query, columns.size(), perDay.days().size(), width, parts));
        }
        return new DayChart(top, columns, "");
    }

    /** Share of successes with the band in which the true one lies. */
    static DayChart success(RunsPerDay perDay, QueryString query) {
        List<Column> columns = new ArrayList<>();
        double width = (double) WIDTH / Math.max(1, perDay.days().size());
        var upper = new StringBuilder();
        var lower = new ArrayList<String>();
        for (RunsPerDay.Day day : perDay.days()) {
            List<Part> parts = new ArrayList<>();
            int index = columns.size();
            var found = SuccessBand.of(day.totals());
            if (found.isPresent()) {
                SuccessBand band = found.get();
                double middle = width * index + width / 2;
                upper.append(upper.isEmpty() ? "M" : "L").append(point(middle, y(band.high())));
                lower.add(point(middle, y(band.low())));
                parts.add(new Part("point", y(band.share()), 0));
            }
            String title = day.date() + ": "
                    + found.map(band -> "%s of %s succeeded, 95 %% sure of %s to %s"
                                    .formatted(
                                            Show.share(band.share()),
                                            Show.count(day.totals().finished(), "finished run"),
                                            Show.share(band.low()),
                                            Show.share(band.high())))
                            .orElse("no finished run");
            columns.add(column(day.date(), title, query, index, perDay.days().size(), width, parts));
        }
        for (String point : lower.reversed()) {
            upper.append('L').append(point);
        }
        return new DayChart(
                100, columns, upper.isEmpty() ? "" : upper.append('Z').toString());
    }

    /** Runs that carry a pattern. */
    static DayChart pattern(PatternHistory history) {
        long top = Math.max(
                1,
                history.days().stream()
                        .mapToLong(PatternHistory.Day::runCount)
                        .max()
                        .orElse(1));
        List<Column> columns = new ArrayList<>();
        double width = (double) WIDTH / Math.max(1, history.days().size());
        for (PatternHistory.Day day : history.days()) {
            double height = (double) day.runCount() * (BOTTOM - UPPER) / top;
            List<Part> parts = day.runCount() == 0 ? List.of() : List.of(new Part("failed", BOTTOM - height, height));
            String title = day.date() + ": " + Show.count(day.runCount(), "run") + " of "
                    + Show.count(day.scenarioCount(), "scenario");
            columns.add(column(
                    day.date(),
                    title,
                    new QueryString().with("fingerprint", history.fingerprint()),
                    columns.size(),
                    history.days().size(),
                    width,
                    parts));
        }
        return new DayChart(top, columns, "");
    }

    /** Runs that a problem struck, with the releases of each day in its title. */
    static DayChart problem(List<ProblemCard.Day> days, String problemId) {
        long top = Math.max(
                1, days.stream().mapToLong(ProblemCard.Day::runCount).max().orElse(1));
        List<Column> columns = new ArrayList<>();
        double width = (double) WIDTH / Math.max(1, days.size());
        for (ProblemCard.Day day : days) {
            List<Part> parts = new ArrayList<>();
            double height = (double) day.runCount() * (BOTTOM - UPPER) / top;
            if (day.runCount() > 0) {
                parts.add(new Part("failed", BOTTOM - height, height));
            }
            if (day.releases() != null) {
                parts.add(new Part("release", BOTTOM, RELEASE_MARK));
            }
            String title = day.date() + ": " + Show.count(day.runCount(), "run")
                    + (day.releases() == null ? "" : ", release " + day.releases());
            columns.add(column(
                    day.date(),
                    title,
                    new QueryString().with("problem_id", problemId),
                    columns.size(),
                    days.size(),
                    width,
                    parts));
        }
        return new DayChart(top, columns, "");
    }

    private static Column column(
            LocalDate day, String title, QueryString query, int index, int count, double width, List<Part> parts) {
        int every = Math.max(1, (count + LABELS - 1) / LABELS);
        boolean isLabelled = index % every == 0;
        String link = new QueryString()
                .with("start_date", day)
                .with("end_date", day)
                .with(query)
                .of("/runs");
        return new Column(
                link,
                title,
                isLabelled ? Show.day(day) : "",
                isLabelled ? index / every : -1,
                width * index,
                width,
                parts);
    }

    private static double y(double share) {
        return BOTTOM - share * (BOTTOM - UPPER);
    }

    private static String point(double x, double y) {
        return at(x) + " " + at(y);
    }

    /** A coordinate as short as it may be. */
    static String at(double number) {
        String text = String.format(Locale.ROOT, "%.1f", number);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
