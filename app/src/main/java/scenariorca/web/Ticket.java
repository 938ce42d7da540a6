package scenariorca.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.EvidenceRow;
import scenariorca.diagnosis.Suspect;
import scenariorca.diagnosis.Verdict;
import scenariorca.report.RunDiagnostics;

/**
 * A verdict as Markdown, for the ticket.
 *
 * @param address of this server, put before the links; empty where it is not known
 */
record Ticket(String address) {
    private static final int SUSPECTS = 3;
    private static final int ROWS = 4;

    String of(Verdict verdict, RunDiagnostics run) {
        var text = new StringBuilder();
        line(text, "**" + plain(verdict.headline()) + "**");
        line(text, "");
        line(
                text,
                "- Run: [`" + run.runId() + "`](" + address + Links.run(run.runId()) + "), "
                        + Show.time(run.startedAt()) + " UTC, by " + who(run.runBy()));
        line(
                text,
                "- Scenario: [" + plain(Show.or(run.scenarioName(), "unnamed")) + "](" + address
                        + Links.scenario(run.scenarioId()) + ") (`" + run.scenarioId() + "`)");
        verdict.firstFailures()
                .forEach(node -> line(
                        text,
                        "- Failed first: " + plain(node.nodeName())
                                + (node.message() == null ? "" : ": " + code(node.message()))));
        var baseline = verdict.baseline();
        if (baseline != null && baseline.runId() != null) {
            line(
                    text,
                    "- Compared with: [`" + baseline.runId() + "`]("
                            + address + Links.compare(baseline.runId().value(), run.runId()) + ") ("
                            + verdict.place().baselineReason() + ")");
        }
        if (!verdict.remedy().putBack().text().isEmpty()) {
            line(text, "- To mend it: " + plain(verdict.remedy().putBack().text()));
        }
        if (!verdict.suspects().isEmpty()) {
            suspects(text, verdict.suspects());
        }
        verdict.remedy().wouldDecide().forEach(would -> line(text, "- Would decide: " + plain(would)));
        line(text, "");
        line(
                text,
                plain(verdict.proof().completenessText()) + "; evidence `"
                        + Show.clip(verdict.proof().evidenceHash(), 17) + "`");
        return text.toString();
    }

    private static void suspects(StringBuilder text, List<Suspect> suspects) {
        line(text, "");
        for (Suspect suspect : suspects.stream().limit(SUSPECTS).toList()) {
            var change = suspect.change();
            String values = change == null
                    ? ""
                    : ": " + code(Show.value(change.before())) + " → " + code(Show.value(change.after()));
            String by = suspect.changedBy() == null
                    ? ""
                    : ", " + plain(suspect.changedBy()) + ", " + Show.time(suspect.changedAt()) + " UTC";
            line(
                    text,
                    suspect.rank() + ". " + plain(suspect.title()) + values + by + " ("
                            + Show.chance(suspect.probability()) + ")");
            for (EvidenceRow row :
                    RunPage.evidence(suspect).stream().limit(ROWS).toList()) {
                line(text, "   - " + (row.logOdds() > 0 ? "" : "against it: ") + plain(row.text()));
            }
        }
    }

    private static String who(@Nullable String user) {
        return user == null ? "an unknown user" : plain(user);
    }

    /** Text that Markdown must not take for mark-up. */
    static String plain(String text) {
        return text.replaceAll("\\s+", " ").replaceAll("([\\\\`*_\\[\\]<>#|~])", "\\\\$1");
    }

    private static String code(String text) {
        String oneLine = text.replaceAll("\\s+", " ");
        int longest = 0;
        int run = 0;
        for (int at = 0; at < oneLine.length(); at++) {
            run = oneLine.charAt(at) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        return longest == 0 ? fence + oneLine + fence : fence + " " + oneLine + " " + fence;
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
