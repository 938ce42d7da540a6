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
    private static final int FIXES = 2;
    private static final double WORTH_SHOWING = 0.01;
    private static final int MESSAGE = 200;
    private static final int SHORT_HASH = 16;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Verdict verdict;
    private final boolean isWhole;
    private final Screen screen;

    private VerdictText(Verdict verdict, boolean isWhole, Screen screen) {
        this.verdict = verdict;
        this.isWhole = isWhole;
        this.screen = screen;
    }

    /** @param isWhole every suspect, cleared change and log line instead of the first few */
    static String of(Verdict verdict, boolean isWhole, Screen screen) {
        return new VerdictText(verdict, isWhole, screen).text();
    }

    /** How many of a list to show. */
    private int most(int few) {
        return isWhole ? Integer.MAX_VALUE : few;
    }

    private String text() {
        screen.text(Look.BOLD, verdict.headline());
        screen.blank();
        screen.labelled(
                "run",
                Look.PLAIN,
                verdict.runId() + ", " + verdict.subject().scenarioName() + ", "
                        + TIME.format(verdict.subject().startedAt()));
        if (verdict.about() == Verdict.About.FAILURE || verdict.about() == Verdict.About.SLOWNESS) {
            screen.labelled("cause", look(verdict), cause(verdict));
            screen.labelled("compared", Look.PLAIN, compared(verdict));
            verdict.firstFailures().stream()
                    .limit(most(SUSPECTS))
                    .forEach(node -> screen.labelled(label(verdict), Look.PLAIN, failing(node)));
            verdict.place().logLines().stream()
                    .limit(most(LOG_LINES))
                    .forEach(line -> screen.labelled("logged", Look.PLAIN, logged(line)));
            suspects();
            cleared();
        }
        verdict.remedy().fixes().stream()
                .limit(most(FIXES))
                .forEach(fix -> screen.labelled("before", Look.PLAIN, fix.text()));
        screen.labelled("put back", Look.GREEN, verdict.remedy().putBack().text());
        verdict.remedy().wouldDecide().stream()
                .limit(most(SUSPECTS))
                .forEach(would -> screen.labelled("decides", Look.PLAIN, would));
        screen.labelled("likewise", Look.PLAIN, likewise(verdict));
        screen.labelled(
                "scenario",
                Look.PLAIN,
                verdict.subject().lifecycle() == null ? "" : verdict.subject().lifecycle());
        screen.labelled(
                "evidence",
                Look.DIM,
                verdict.proof().completenessText() + "; sha256 "
                        + verdict.proof().evidenceHash().substring(0, SHORT_HASH));
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
        return verdict.verdictClass().word() + " (" + percent(verdict.answer().probability()) + ")" + certain;
    }

    private static String compared(Verdict verdict) {
        var baseline = verdict.baseline();
        if (baseline == null || baseline.runId() == null || baseline.startedAt() == null) {
            return verdict.place().baselineReason();
        }
        return baseline.runId() + ", " + TIME.format(baseline.startedAt()) + ": "
                + verdict.place().baselineReason();
    }

    private String logged(LoggedLine line) {
        return CLOCK.format(line.at()) + " " + line.severity() + " " + fit(line.message(), 120);
    }

    private String fit(String text, int length) {
        return Cells.fit(text, isWhole ? Integer.MAX_VALUE : length);
    }

    private String failing(FailingNode node) {
        String branches = node.branches().isEmpty() ? "" : " (" + String.join(", ", node.branches()) + ")";
        String message = node.message() == null ? "" : ": " + fit(node.message(), MESSAGE);
        String folded = node.foldedCount() == 0
                ? ""
                : "; " + node.foldedCount() + " more only because of it: " + fit(String.join(", ", node.folded()), 100);
        return node.nodeName() + branches + message + folded;
    }

    private void suspects() {
        screen.blank();
        List<Suspect> shown = verdict.suspects().stream()
                .filter(suspect -> isWhole || suspect.rank() == 1 || suspect.probability() >= WORTH_SHOWING)
                .limit(most(SUSPECTS))
                .toList();
        for (Suspect suspect : shown) {
            String head = String.format(
                    Locale.ROOT,
                    "%2d %5s  ",
                    suspect.rank(),
                    percent(suspect.probability()).replace(" ", ""));
            screen.indented(head, suspect.rank() == 1 ? Look.BOLD : Look.PLAIN, titled(suspect));
            int rows = suspect.rank() == 1 ? ROWS_OF_FIRST : ROWS_OF_OTHERS;
            suspect.evidence().stream()
                    .filter(row ->
                            isWhole || row.term() != EvidenceTerm.MAGNITUDE && row.term() != EvidenceTerm.RECENCY)
                    .limit(most(rows))
                    .forEach(this::evidence);
        }
        int more = verdict.lineup().suspectCount() - shown.size();
        if (more > 0) {
            screen.indented(
                    "          ",
                    Look.DIM,
                    more
                            + (more == 1 ? " less likely suspect" : " less likely suspects")
                            + (isWhole ? "" : " (--all shows more)"));
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

    private void evidence(EvidenceRow row) {
        boolean isFor = row.logOdds() > 0;
        String count = row.hits() == null || row.of() == null || row.of() == 0
                ? ""
                : " (" + row.hits() + " of " + row.of() + ")";
        screen.indented(isFor ? "          + " : "          - ", isFor ? Look.PLAIN : Look.DIM, row.text() + count);
    }

    private void cleared() {
        if (verdict.lineup().clearedByReason().isEmpty()) {
            return;
        }
        String counts = verdict.lineup().clearedByReason().entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey().word().replace('_', ' '))
                .collect(Collectors.joining(", "));
        screen.labelled("cleared", Look.GREEN, counts);
        for (Cleared one :
                verdict.lineup().cleared().stream().limit(most(CLEARED)).toList()) {
            String input = one.input().equals("$") ? "" : one.input() + " of ";
            screen.indented("          ", Look.PLAIN, input + one.nodeName() + ": " + one.text());
        }
    }

    private static String likewise(Verdict verdict) {
        if (verdict.likewise().failedThisWay() < 2) {
            return "";
        }
        return verdict.likewise().failedThisWay() + " runs of "
                + verdict.likewise().scenariosThisWay()
                + (verdict.likewise().scenariosThisWay() == 1 ? " scenario" : " scenarios")
                + " failed this way within a month"
                + (verdict.likewise().fingerprint() == null
                        ? ""
                        : ": ./rca patterns show " + verdict.likewise().fingerprint());
    }

    /** Nothing is quite certain. */
    static String percent(double probability) {
        if (probability > 0.99) {
            return "> 99 %";
        }
        return probability > 0 && probability < 0.005 ? "< 1 %" : Math.round(probability * 100) + " %";
    }

    static String value(@Nullable JsonNode value) {
        if (value == null) {
            return "missing";
        }
        if (value.isContainer()) {
            return value.isObject() ? "{" + value.size() + " keys}" : "[" + value.size() + " values]";
        }
        return Cells.fit(value.isNumber() ? value.decimalValue().toString() : value.toString(), 40);
    }
}
