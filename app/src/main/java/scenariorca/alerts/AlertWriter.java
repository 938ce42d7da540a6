package scenariorca.alerts;

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
import scenariorca.alerts.AlertMessage.Line;
import scenariorca.diagnosis.Verdict;

/** Puts into words what a channel is told. */
final class AlertWriter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final String base;

    /** @param base the address of the pages, without a slash at its end. Example: https://rca.example.com */
    AlertWriter(String base) {
        this.base = base;
    }

    /**
     * About a problem.
     *
     * @param before what the channel knew
     * @param verdict of the run struck last; null where it is not to be told or not known
     */
    AlertMessage problem(
            AlertDecision decision, @Nullable AlertThread before, AlertSubject now, @Nullable Verdict verdict) {
        AlertThread thread = decision.thread();
        AlertKind kind = Objects.requireNonNull(decision.kind());
        boolean isFirst = kind == AlertKind.NEW || kind == AlertKind.REGRESSED || (before != null && before.isSilent());
        var lines = new ArrayList<Line>();
        if (isFirst && verdict != null) {
            lines.add(new Line("cause", verdict.headline()));
        }
        lines.add(new Line("hits", hits(now)));
        if (kind == AlertKind.GROWN && before != null && !isFirst) {
            lines.add(new Line("before", before.toldRunCount() + " runs when it was told last"));
        }
        if (isFirst && !now.release().isEmpty()) {
            lines.add(new Line("came with", now.release()));
        }
        Instant ended = now.recoveredAt();
        if (ended != null) {
            lines.add(new Line(
                    "stopped",
                    TIME.format(ended) + ", after " + length(now.strikes().firstSeenAt(), ended)));
        } else if (isFirst) {
            lines.add(new Line("what to do", AlertAdvice.of(now.what(), verdict)));
        }
        return new AlertMessage(
                kind,
                thread.subject(),
                isFirst,
                title(kind, now.what().sentence()),
                lines,
                base + "/problems/" + now.what().problemId(),
                labels(now.what()),
                now.strikes().firstSeenAt(),
                ended);
    }

    /** About a problem of which no run is seen any more. @param last what was told of it last */
    AlertMessage gone(AlertMessage last, Instant now) {
        String title = last.title().substring(last.title().indexOf(": ") + 2);
        var line =
                new Line("what", "No run of it is left: they belong to another problem now, or have turned out well.");
        return new AlertMessage(
                AlertKind.RECOVERED,
                last.subject(),
                false,
                AlertKind.RECOVERED.title() + ": " + title,
                List.of(line),
                last.url(),
                last.labels(),
                last.startedAt(),
                now);
    }

    /** About loads or logs. @param reached up to when data is there */
    AlertMessage late(AlertDecision decision, AlertKind about, Instant reached, Instant now) {
        AlertKind kind = Objects.requireNonNull(decision.kind());
        boolean isLoad = about == AlertKind.LOAD_LATE;
        String reach = (isLoad ? "data is from " : "log events are complete to ") + TIME.format(reached);
        boolean isOver = kind == AlertKind.RECOVERED;
        List<Line> lines = isOver
                ? List.of()
                : List.of(
                        new Line("age", length(reached, now)),
                        new Line(
                                "what to do",
                                "./rca doctor and the log of the program that loads say why; loads go on where they stopped."));
        return new AlertMessage(
                kind,
                decision.thread().subject(),
                !isOver,
                title(kind, reach),
                lines,
                base + "/",
                Map.of("about", AlertDecision.subject(about)),
                reached,
                isOver ? now : null);
    }

    /** To try a channel. */
    AlertMessage test(String channel, Instant now) {
        String what = "Nothing: somebody tries whether messages reach this channel (%s).".formatted(channel);
        return new AlertMessage(
                AlertKind.NEW,
                "test/" + now.toEpochMilli(),
                true,
                "A test of alerts",
                List.of(new Line("what to do", what)),
                base + "/",
                Map.of("about", "test"),
                now,
                null);
    }

    private static String title(AlertKind kind, String what) {
        return kind.title() + ": " + what;
    }

    private static Map<String, String> labels(AlertSubject.What what) {
        var labels = new LinkedHashMap<String, String>();
        labels.put("problem", what.problemId());
        labels.put("class", what.problemClass());
        labels.put("kind", what.kind());
        labels.put("node", what.nodeName());
        labels.put("model", what.modelName());
        labels.put("area", what.areas() == null ? "" : what.areas());
        return labels;
    }

    private static String hits(AlertSubject now) {
        AlertSubject.Strikes strikes = now.strikes();
        String names = strikes.scenarioNames() == null ? "" : " (" + strikes.scenarioNames() + more(strikes) + ")";
        return "%s of %s%s by %s since %s"
                .formatted(
                        count(strikes.runCount(), "run", "runs"),
                        count(strikes.scenarioCount(), "scenario", "scenarios"),
                        names,
                        count(strikes.userCount(), "person", "people"),
                        TIME.format(strikes.firstSeenAt()));
    }

    private static String more(AlertSubject.Strikes strikes) {
        return strikes.scenarioCount() > 3 ? ", ..." : "";
    }

    private static String count(long number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private static String length(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        if (length.toDays() > 1) {
            return length.toDays() + " days " + length.toHoursPart() + " h";
        }
        return length.toHours() > 0
                ? length.toHours() + " h " + length.toMinutesPart() + " min"
                : length.toMinutes() + " min";
    }
}
