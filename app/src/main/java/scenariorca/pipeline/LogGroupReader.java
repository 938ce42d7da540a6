package scenariorca.pipeline;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import scenariorca.logs.IngestionLag;
import scenariorca.logs.LogEvent;
import scenariorca.logs.LogFetch;
import scenariorca.logs.LogRequest;
import scenariorca.logs.ParsedLine;
import scenariorca.logs.RawLogEvent;
import scenariorca.logs.RequestInheritance;
import scenariorca.logs.Seams;
import scenariorca.logs.Stitcher;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

/** Reads one log group after the other: as often as it takes to get all of a window, whatever the source's bounds. */
final class LogGroupReader {
    /** Read this much before a window: for stack traces that begin there, and for what its lines inherit. */
    private static final Duration MARGIN = RequestInheritance.LONGEST;

    private static final long EVENTS_BETWEEN_REPORTS = 100_000;

    private final LogPlan plan;
    private final LogLineWriter writer;
    private final Progress progress;
    private long joined;
    private long beforeWindow;
    private long broken;
    private long copies;

    /** Why the source answers nobody; null while it does. One group has tried long enough: the rows must not wait longer. */
    private @Nullable String away;

    LogGroupReader(LogPlan plan, LogLineWriter writer, Progress progress) {
        this.plan = plan;
        this.writer = writer;
        this.progress = progress;
    }

    long joined() {
        return joined;
    }

    long beforeWindow() {
        return beforeWindow;
    }

    /** Events that came twice within one line. */
    long copies() {
        return copies;
    }

    long broken() {
        return broken;
    }

    /** @param notices gets what a person should know */
    LogReading.Group read(LogPlan.Group group, Instant from, Instant to, List<String> notices) {
        var pass = new Pass(group, from);
        try (pass.batches) {
            fetch(pass, to, notices);
            pass.stitcher.flush().forEach(pass::guard);
            pass.seams.flush().forEach(pass::take);
            pass.batches.flush();
        }
        copies += pass.stitcher.copies();
        if (pass.rests > 0) {
            notices.add(String.format(
                    Locale.ROOT,
                    "log group %s: %,d events found are the rest of lines before them, such as frames of stack traces; "
                            + "a load of that time without a search reads those lines whole",
                    group.name(),
                    pass.rests));
        }
        @Nullable Instant complete = pass.complete;
        if (plan.isWhole() && pass.error == null) {
            // Files tell no more than their newest event; one from the future tells nothing.
            complete = pass.newestPast;
        }
        if (pass.error != null) {
            notices.add("log group %s: %s; %s"
                    .formatted(
                            group.name(),
                            pass.error,
                            complete == null
                                    ? "the next load reads it from where it was read before"
                                    : "read to " + complete + ", the next load goes on there"));
        }
        progress.say(String.format(Locale.ROOT, "read log group %s: %,d events", group.name(), pass.events));
        return new LogReading.Group(group.name(), from, complete, pass.newest, pass.events, pass.lag, pass.error);
    }

    private void fetch(Pass pass, Instant to, List<String> notices) {
        if (away != null) {
            pass.error = away;
            return;
        }
        Instant at = pass.from.isAfter(Instant.MIN.plus(MARGIN)) ? pass.from.minus(MARGIN) : pass.from;
        while (at.isBefore(to)) {
            LogFetch fetch;
            try {
                fetch = plan.source()
                        .fetch(new LogRequest(pass.group.name(), at, to, plan.maxEvents()), pass::takePage);
            } catch (RcaException e) {
                pass.error = e.getMessage();
                away = e.code() == ErrorCode.UNREACHABLE ? e.getMessage() : null;
                return;
            } catch (UncheckedIOException e) {
                if (LogLineWriter.databaseFailure(e) != null) {
                    throw e; // it is ours, not the source's
                }
                pass.error = String.valueOf(e.getMessage());
                return;
            }
            broken += fetch.broken();
            fetch.notices().forEach(notice -> notices.add("log group " + pass.group.name() + ": " + notice));
            if (fetch.completeTo().isAfter(pass.from)) {
                pass.complete = fetch.completeTo();
            }
            if (fetch.isComplete()) {
                return;
            }
            if (!fetch.completeTo().isAfter(at)) {
                pass.error = fetch.stoppedBecause();
                return;
            }
            at = fetch.completeTo();
        }
    }

    /** The reading of one group. */
    private final class Pass {
        final LogPlan.Group group;
        final Instant from;
        final Stitcher stitcher = new Stitcher();
        final Seams seams = new Seams(plan.redactor());
        final RequestInheritance inheritance = new RequestInheritance();
        final IngestionLag lag = new IngestionLag();
        final LogBatches batches;
        final Instant now = plan.clock().instant();
        long events;
        long rests;

        @Nullable
        Instant newest;

        /** The newest that is not ahead of now. */
        @Nullable
        Instant newestPast;

        @Nullable
        Instant complete;

        @Nullable
        String error;

        Pass(LogPlan.Group group, Instant from) {
            this.group = group;
            this.from = from;
            this.batches = new LogBatches(plan.redactor(), this::write);
        }

        /** Lines before the window only tell what those in it inherit; a search leaves out what would tell. */
        private void write(ParsedLine line) {
            ParsedLine whole = plan.source().isSearch() ? line : line.with(inheritance.read(line.line()));
            if (!whole.line().event().timestamp().isBefore(from)) {
                writer.write(whole, group.environment());
            }
        }

        void takePage(List<RawLogEvent> page) {
            for (RawLogEvent event : page) {
                lag.read(event);
                note(event.timestamp());
                stitcher.add(event).forEach(this::guard);
            }
            long before = events;
            events += page.size();
            if (events / EVENTS_BETWEEN_REPORTS > before / EVENTS_BETWEEN_REPORTS) {
                progress.say(String.format(Locale.ROOT, "reading log group %s: %,d events", group.name(), events));
            }
        }

        private void note(Instant time) {
            if (newest == null || time.isAfter(newest)) {
                newest = time;
            }
            if (!time.isAfter(now) && (newestPast == null || time.isAfter(newestPast))) {
                newestPast = time;
            }
        }

        void guard(LogEvent event) {
            seams.add(event).forEach(this::take);
        }

        void take(Seams.Part part) {
            LogEvent event = part.event();
            if (event.timestamp().isBefore(from)) {
                beforeWindow += event.parts();
                batches.add(part);
                return;
            }
            if (plan.source().isSearch() && Stitcher.isRest(event.message())) {
                joined += event.parts();
                rests += event.parts();
                return;
            }
            joined += event.parts() - 1;
            batches.add(part);
        }
    }
}
