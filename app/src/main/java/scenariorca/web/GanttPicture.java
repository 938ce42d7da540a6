package scenariorca.web;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.report.RunNodes;
import scenariorca.report.RunNodes.Calculation;

/**
 * When each node was computed, and how long it took: those that failed and the slowest, in the order of time.
 *
 * @param bars what is drawn
 * @param omitted calculations that are only in the table
 * @param ticks where the time axis is marked
 */
record GanttPicture(int height, List<Bar> bars, int omitted, List<Tick> ticks) {
    static final int WIDTH = 1_000;
    static final int LABEL = 270;
    static final int ROW = 20;
    static final int TOP = 24;
    private static final int SPAN = WIDTH - LABEL - 130;
    private static final int MAX_BARS = 24;
    private static final int NAME = 34;
    private static final int TICKS = 5;

    record Bar(
            UUID nodeId,
            String name,
            String outcome,
            String title,
            String length,
            boolean isSlow,
            int x,
            int y,
            int width) {
        private static final int LETTER = 7;

        /** Whether the length is written before the bar, as there is no room behind it. */
        boolean isLengthBefore() {
            return x + width + length.length() * LETTER > WIDTH;
        }
    }

    record Tick(int x, String label) {}

    /** @param slow what is to be said of nodes that were slower than usual, by node */
    static Optional<GanttPicture> of(RunNodes nodes, Map<UUID, String> slow) {
        List<Calculation> timed = nodes.calculations().stream()
                .filter(calculation -> calculation.startedAt() != null && calculation.durationMs() != null)
                .toList();
        if (timed.isEmpty()) {
            return Optional.empty();
        }
        Instant start = timed.stream()
                .map(GanttPicture::start)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Instant end = timed.stream()
                .map(GanttPicture::end)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        long span = Math.max(1, Duration.between(start, end).toMillis());
        List<Calculation> shown = timed.stream()
                .sorted(Comparator.comparing((Calculation calculation) -> !isFailed(calculation))
                        .thenComparing(calculation -> -length(calculation)))
                .limit(MAX_BARS)
                .sorted(Comparator.comparing(GanttPicture::start))
                .toList();
        List<Bar> bars = new ArrayList<>();
        for (Calculation calculation : shown) {
            int x = scaled(Duration.between(start, start(calculation)).toMillis(), span);
            bars.add(bar(
                    calculation,
                    slow.get(calculation.nodeId()),
                    x,
                    Math.max(2, scaled(length(calculation), span)),
                    bars.size()));
        }
        return Optional.of(new GanttPicture(
                TOP + bars.size() * ROW + 4, bars, nodes.calculations().size() - bars.size(), ticks(span)));
    }

    private static Bar bar(Calculation calculation, @Nullable String slow, int x, int width, int row) {
        String name = Show.or(calculation.nodeName(), Show.id(calculation.nodeId()));
        String branch = calculation.branch() == null ? "" : ", " + calculation.branch();
        String length = Show.millis(calculation.durationMs());
        return new Bar(
                calculation.nodeId(),
                Show.clip(name, NAME),
                calculation.outcome(),
                name + branch + ": " + Show.words(calculation.outcome()) + " after " + length,
                slow == null ? length : slow,
                slow != null,
                LABEL + x,
                TOP + row * ROW,
                Math.min(width, SPAN - x + 2));
    }

    private static List<Tick> ticks(long span) {
        List<Tick> ticks = new ArrayList<>();
        long step = RoundSteps.of(Duration.ofMillis(span), TICKS).toMillis();
        for (long at = 0; at <= span; at += step) {
            ticks.add(new Tick(
                    LABEL + scaled(at, span),
                    at == 0 ? "0" : step < 1_000 ? at + "\u00a0ms" : whole(Duration.ofMillis(at))));
        }
        return ticks;
    }

    /** A round length, without tenths of a second. */
    private static String whole(Duration length) {
        return length.toSeconds() < 60 ? length.toSeconds() + "\u00a0s" : Show.duration(length);
    }

    private static int scaled(long ms, long span) {
        return (int) (ms * SPAN / span);
    }

    private static boolean isFailed(Calculation calculation) {
        return calculation.outcome().equals("failed") || calculation.outcome().equals("timeout");
    }

    private static Instant start(Calculation calculation) {
        return Objects.requireNonNull(calculation.startedAt());
    }

    private static Instant end(Calculation calculation) {
        return start(calculation).plusMillis(length(calculation));
    }

    private static long length(Calculation calculation) {
        return Objects.requireNonNull(calculation.durationMs());
    }
}
