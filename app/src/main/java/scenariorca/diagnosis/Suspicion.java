package scenariorca.diagnosis;

import java.util.Objects;
import scenariorca.diagnosis.evidence.InputChange;

/** How suspicious a change looks by itself, before any run failed of it: by what it is and what runs passed with it. */
public final class Suspicion {
    private static final double MOST = 8;

    private Suspicion() {}

    /** What speaks for it less what speaks against it, in log-odds by the weights of verdicts, 0 to 8. */
    public static double of(InputChange change) {
        var card = new Scorecard(VerdictClass.INPUT, Weights.standard());
        InputTerms.look(change, card);
        History.passing(change, card);
        int inert = Objects.requireNonNullElse(change.seen().inert(), 0);
        card.addCount(EvidenceTerm.INERT, inert / (inert + 1.0), "it moved nothing before", inert, inert);
        double score = card.score() - Weights.standard().prior(VerdictClass.INPUT);
        return Math.clamp(score, 0, MOST);
    }
}
