package scenariorca.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.Dependency;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Outage;
import scenariorca.platform.RcaException;

/** What the loads of this program did since it started, and what does not work at the moment. Any thread may ask. */
public final class LoadStatus {
    /** What is neither database nor log service: the load itself fails. */
    public static final String LOADS = "loads";

    private final Clock clock;
    private final Map<String, Trouble> troubles = new LinkedHashMap<>();
    private final Map<Result, Long> results = new EnumMap<>(Result.class);
    private int failuresInARow;
    private long rowsRead;
    private long rowsWritten;
    private long logEvents;
    private long redactedLines;
    private final Map<String, Long> redactions = new HashMap<>();
    private long logGroupFailures;
    private double lastSeconds = Double.NaN;
    private @Nullable Instant lastSuccess;
    private @Nullable Instant nextTry;
    private @Nullable Instant runningSince;

    /** How a load ended. */
    public enum Result {
        PUBLISHED,
        UNCHANGED,
        FAILED
    }

    private record Trouble(Instant since, String reason, int tries) {}

    /**
     * Figures for those who watch.
     *
     * @param loads loads that ended, by how
     * @param failuresInARow loads that failed since the last that did not
     * @param rowsRead rows read from the source by all loads
     * @param rowsWritten rows inserted or updated by all loads
     * @param logEvents log events read by all loads
     * @param logGroupFailures log groups that could not be read to the end, counted once per load
     * @param lastSeconds how long the last good load took; not a number before the first
     * @param lastSuccess when the last good load ended; null before the first
     * @param runningSeconds how long the load under way has been running; 0 when there is none
     */
    public record Figures(
            Map<Result, Long> loads,
            int failuresInARow,
            long rowsRead,
            long rowsWritten,
            long logEvents,
            long logGroupFailures,
            double lastSeconds,
            @Nullable Instant lastSuccess,
            double runningSeconds) {}

    public LoadStatus(Clock clock) {
        this.clock = clock;
    }

    /** Log lines of all loads from which something was taken out before they were stored. */
    public synchronized long redactedLines() {
        return redactedLines;
    }

    /** Things of a kind that all loads took out of lines that they stored. Example of a kind: email. */
    public synchronized long redactions(String kind) {
        return redactions.getOrDefault(kind, 0L);
    }

    /** Those of kinds that only an installation's own rules have. */
    public synchronized long redactionsBeside(Collection<String> kinds) {
        return redactions.entrySet().stream()
                .filter(kind -> !kinds.contains(kind.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    synchronized void began() {
        runningSince = clock.instant();
    }

    /** A load has ended well. Returns whether all of it did: a log group may be missing. */
    synchronized boolean succeeded(LoadSummary summary) {
        runningSince = null;
        failuresInARow = 0;
        results.merge(summary.status().equals("published") ? Result.PUBLISHED : Result.UNCHANGED, 1L, Long::sum);
        rowsRead += summary.rowsRead();
        rowsWritten += summary.rowsWritten();
        lastSeconds = summary.seconds();
        lastSuccess = clock.instant();
        troubles.remove(Dependency.SOURCE.word());
        troubles.remove(Dependency.WAREHOUSE.word());
        troubles.remove(LOADS);
        LogCounts logs = summary.logs();
        if (logs == null) {
            return true;
        }
        logEvents += logs.eventsRead();
        redactedLines += logs.redacted();
        logs.redactions().forEach((kind, count) -> redactions.merge(kind, count, Long::sum));
        int failed = logs.failedGroups().size();
        logGroupFailures += failed;
        if (failed == 0) {
            troubles.remove(Dependency.LOGS.word());
            return true;
        }
        note(
                Dependency.LOGS.word(),
                "%d of %d log groups could not be read"
                        .formatted(failed, logs.groups().size()));
        return false;
    }

    synchronized void failed(RuntimeException failure) {
        runningSince = null;
        failuresInARow++;
        results.merge(Result.FAILED, 1L, Long::sum);
        note(what(failure), reason(failure));
    }

    synchronized void nextTryAt(Instant time) {
        nextTry = time.truncatedTo(ChronoUnit.MILLIS);
    }

    /** What does not work now, in the order in which it was noticed. */
    public synchronized List<Outage> outages() {
        return troubles.entrySet().stream()
                .map(entry -> new Outage(
                        entry.getKey(),
                        entry.getValue().since(),
                        entry.getValue().reason(),
                        action(entry.getValue())))
                .toList();
    }

    public synchronized Figures figures() {
        double running = runningSince == null
                ? 0
                : Duration.between(runningSince, clock.instant()).toMillis() / 1e3;
        return new Figures(
                Map.copyOf(results),
                failuresInARow,
                rowsRead,
                rowsWritten,
                logEvents,
                logGroupFailures,
                lastSeconds,
                lastSuccess,
                running);
    }

    private String action(Trouble trouble) {
        String next = runningSince != null ? "another try is under way" : "the next try is at " + nextTry;
        return "tried %d times, %s; loads go on where they stopped".formatted(trouble.tries(), next);
    }

    private void note(String what, String reason) {
        Trouble before = troubles.get(what);
        Instant since = before == null ? clock.instant().truncatedTo(ChronoUnit.MILLIS) : before.since();
        troubles.put(what, new Trouble(since, reason, before == null ? 1 : before.tries() + 1));
    }

    private static String what(RuntimeException failure) {
        return failure instanceof RcaException known
                ? known.dependency().map(Dependency::word).orElse(LOADS)
                : LOADS;
    }

    /** In words that name no address: the log has those. */
    private static String reason(RuntimeException failure) {
        ErrorCode code = failure instanceof RcaException known ? known.code() : null;
        return switch (Objects.requireNonNullElse(code, ErrorCode.PROBLEM)) {
            case UNREACHABLE -> "it does not answer";
            case CONFIGURATION -> "a setting or a permission is wrong; the log says which";
            case PROBLEM, INVALID_INPUT, FORBIDDEN, NOT_FOUND -> "the load failed; the log says why";
        };
    }
}
