package scenariorca.diagnosis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import scenariorca.diagnosis.evidence.Completeness;
import scenariorca.diagnosis.evidence.RunEvidence;

/** How much of the evidence was there, as a sentence. */
final class CompletenessText {
    private CompletenessText() {}

    static String of(RunEvidence evidence) {
        Completeness completeness = evidence.completeness();
        List<String> parts = new ArrayList<>();
        Instant logs = completeness.logsCompleteTo();
        if (logs == null) {
            parts.add("log events were never loaded");
        } else {
            boolean isCovered = isCovered(evidence, logs);
            parts.add("log events complete to " + Phrases.time(logs) + (isCovered ? "" : ", before this run ended"));
        }
        parts.add(
                completeness.logEvents() == 0
                        ? "none of them of this run"
                        : Phrases.count(completeness.logEvents(), "log event") + " of this run");
        if (evidence.run().calcRows() == 0) {
            parts.add("the run has no node calculations");
        }
        if (completeness.changesLeftOut() > 0) {
            parts.add(Phrases.count(completeness.changesLeftOut(), "change") + " left out");
        }
        return String.join("; ", parts);
    }

    static boolean isCovered(RunEvidence evidence, Instant logs) {
        Instant end = evidence.run().endedAt();
        return !logs.isBefore(end == null ? evidence.run().startedAt() : end);
    }
}
