package scenariorca.cli;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import scenariorca.cli.Screen.Look;
import scenariorca.comparison.LeafChange;
import scenariorca.diagnosis.Cleared;
import scenariorca.diagnosis.EvidenceRow;
import scenariorca.diagnosis.EvidenceTerm;
import scenariorca.diagnosis.FailingNode;
import scenariorca.diagnosis.LoggedLine;
import scenariorca.diagnosis.Suspect;
import scenariorca.diagnosis.Verdict;
import scenariorca.diagnosis.VerdictClass;
import tools.jackson.databind.JsonNode;

/** A verdict as a screenful a person reads in ten seconds. */
final class VerdictText {
    private static final int SUSPECTS = 3;
    private static final int ROWS_OF_FIRST = 4;
    private static final int ROWS_OF_OTHERS = 2;
    private static final int CLEARED = 3;
    private static final int LOG_LINES = 2;
    private static final double WORTH_SHOWING = 0.01;
    private static final int SHORT_HASH = 16;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private VerdictText() {}

    /** Lines of at most 80 columns, colour codes not counted. */
    static String of(Verdict verdict, boolean isColoured) {
        var screen = new Screen(isColoured);
        screen.text(Look.BOLD, verdict.headline());
        screen.blank();
        screen.labelled(
                "run",
                Look.PLAIN,
                verdict.runId() + ", " + verdict.scenarioName() + ", " + TIME.format(verdict.startedAt()));
        if (verdict.about() == Verdict.About.FAILURE || verdict.about() == Verdict.About.SLOWNESS) {
            screen.labelled("cause", look(verdict), cause(verdict));
            screen.labelled("compared", Look.PLAIN, compared(verdict));
            verdict.firstFailures().stream()
                    .limit(SUSPECTS)
                    .forEach(node -> screen.labelled(label(verdict), Look.PLAIN, failing(node)));
            verdict.logLines().stream()
                    .limit(LOG_LINES)
                    .forEach(line -> screen.labelled("logged", Look.PLAIN, logged(line)));
            suspects(verdict, screen);
            cleared(verdict, screen);
        }
        verdict.fixes().stream().limit(2).forEach(fix -> screen.labelled("before", Look.PLAIN, fix.text()));
        screen.labelled("put back", Look.GREEN, verdict.putBack().text());
        verdict.wouldDecide().stream().limit(SUSPECTS).forEach(would -> screen.labelled("decides", Look.PLAIN, would));
        screen.labelled("likewise", Look.PLAIN, likewise(verdict));
        screen.labelled("scenario", Look.PLAIN, verdict.lifecycle() == null ? "" : verdict.lifecycle());
        screen.labelled(
                "evidence",
                Look.DIM,
                verdict.completenessText() + "; sha256 "
                        + verdict.evidenceHash().substring(0, SHORT_HASH));
        return screen.lines();
    }

    private static Look look(Verdict verdict) {
        return verdict.causes().isEmpty() ? Look.PLAIN : Look.RED;
    }

    private static String label(Verdict verdict) {
        return verdict.about() == Verdict.About.SLOWNESS ? "slow" : "failed";
    }

    private static String cause(Verdict verdict) {
        String certain = verdict.causes().isEmpty() && verdict.verdictClass() != VerdictClass.UNKNOWN
                ? ", which one is not certain"
                : "";
        return verdict.verdictClass().word() + " (" + percent(verdict.probability()) + ")" + certain;
    }

    private static String compared(Verdict verdict) {
        var baseline = verdict.baseline();
        if (baseline == null || baseline.runId() == null || baseline.startedAt() == null) {
            return verdict.baselineReason();
        }
        return baseline.runId() + ", " + TIME.format(baseline.startedAt()) + ": " + verdict.baselineReason();
    }

    private static String logged(LoggedLine line) {
        return CLOCK.format(line.at()) + " " + line.severity() + " " + Screen.fit(line.message(), 120);
    }

    private static String failing(FailingNode node) {
        String branches = node.branches().isEmpty() ? "" : " (" + String.join(", ", node.branches()) + ")";
        String message = node.message() == null ? "" : ": " + Screen.fit(node.message(), 200);
        String folded = node.foldedCount() == 0
                ? ""
                : "; " + node.foldedCount() + " more only because of it: "
                        + Screen.fit(String.join(", ", node.folded()), 100);
        return node.nodeName() + branches + message + folded;
    }

    private static void suspects(Verdict verdict, Screen screen) {
        screen.blank();
        List<Suspect> shown = verdict.suspects().stream()
                .filter(suspect -> suspect.rank() == 1 || suspect.probability() >= WORTH_SHOWING)
                .limit(SUSPECTS)
                .toList();
        for (Suspect suspect : shown) {
            String head = String.format(
                    Locale.ROOT,
                    "%2d  %4s  ",
                    suspect.rank(),
                    percent(suspect.probability()).replace(" ", ""));
            screen.indented(head, suspect.rank() == 1 ? Look.BOLD : Look.PLAIN, titled(suspect));
            int rows = suspect.rank() == 1 ? ROWS_OF_FIRST : ROWS_OF_OTHERS;
            suspect.evidence().stream()
                    .filter(row -> row.term() != EvidenceTerm.MAGNITUDE && row.term() != EvidenceTerm.RECENCY)
                    .limit(rows)
                    .forEach(row -> evidence(row, screen));
        }
        int more = verdict.suspectCount() - shown.size();
        if (more > 0) {
            screen.indented(
                    "          ", Look.DIM, more + (more == 1 ? " less likely suspect" : " less likely suspects"));
        }
        screen.blank();
    }

    private static String titled(Suspect suspect) {
        LeafChange change = suspect.change();
        if (change == null) {
            return suspect.title();
        }
        String by = suspect.changedBy() == null || suspect.changedBy().isEmpty() ? "" : ", " + suspect.changedBy();
        String leaves = suspect.leaves() > 1 ? " (" + suspect.leaves() + " values)" : "";
        return suspect.title() + leaves + ": " + value(change.before()) + " -> " + value(change.after()) + by
                + at(suspect.changedAt());
    }

    private static String at(@Nullable Instant time) {
        return time == null ? "" : ", " + TIME.format(time);
    }

    private static void evidence(EvidenceRow row, Screen screen) {
        boolean isFor = row.logOdds() > 0;
        String count = row.hits() == null || row.of() == null || row.of() == 0
                ? ""
                : " (" + row.hits() + " of " + row.of() + ")";
        screen.indented(isFor ? "          + " : "          - ", isFor ? Look.PLAIN : Look.DIM, row.text() + count);
    }

    private static void cleared(Verdict verdict, Screen screen) {
        if (verdict.clearedByReason().isEmpty()) {
            return;
        }
        String counts = verdict.clearedByReason().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().word().replace('_', ' '))
                .collect(Collectors.joining(", "));
        screen.labelled("cleared", Look.GREEN, counts);
        for (Cleared one : verdict.cleared().stream().limit(CLEARED).toList()) {
            String input = one.input().equals("$") ? "" : one.input() + " of ";
            screen.indented("          ", Look.PLAIN, input + one.nodeName() + ": " + one.text());
        }
    }

    private static String likewise(Verdict verdict) {
        if (verdict.failedThisWay() < 2) {
            return "";
        }
        return verdict.failedThisWay() + " runs of " + verdict.scenariosThisWay()
                + (verdict.scenariosThisWay() == 1 ? " scenario" : " scenarios") + " failed this way within a month";
    }

    static String percent(double probability) {
        return Math.round(probability * 100) + " %";
    }

    static String value(@Nullable JsonNode value) {
        if (value == null) {
            return "missing";
        }
        if (value.isContainer()) {
            return value.isObject() ? "{" + value.size() + " keys}" : "[" + value.size() + " values]";
        }
        return Screen.fit(value.isNumber() ? value.decimalValue().toString() : value.toString(), 40);
    }
}
