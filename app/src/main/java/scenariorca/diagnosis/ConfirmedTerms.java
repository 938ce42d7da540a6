package scenariorca.diagnosis;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.ConfirmedCause;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.scenario.NodeId;

/** What people confirmed of earlier runs with this error: evidence like any other, the less the more it adds up. */
final class ConfirmedTerms {
    private ConfirmedTerms() {}

    /** @param input null for what is no input, as the node */
    static void add(
            RunEvidence evidence,
            VerdictClass verdictClass,
            @Nullable NodeId node,
            @Nullable String input,
            Scorecard card) {
        for (ConfirmedCause cause : evidence.others().confirmed()) {
            if (cause.causeClass().equals(verdictClass.word())
                    && Objects.equals(cause.nodeId(), node)
                    && Objects.equals(cause.input(), input)) {
                card.addCount(
                        EvidenceTerm.CONFIRMED_BEFORE,
                        1 - StrictMath.pow(2, -cause.runs()),
                        "people confirmed it as the cause of earlier runs with this error",
                        cause.runs(),
                        cause.runs());
            }
        }
    }
}
