package scenariorca.preflight;

import scenariorca.diagnosis.Outlier;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.ValueStats;

/** Terms as sentences about this scenario. */
final class RiskText {
    private RiskText() {}

    static String of(RiskTerm term, InputChange change) {
        String path = change.leaf().path();
        ValueStats peers = change.seen().peers();
        return switch (term) {
            case OUTSIDE ->
                path + " lies outside what runs that succeeded use"
                        + (peers.numbers() > 0 ? " (" + Outlier.range(peers) + ")" : "");
            case MAGNITUDE ->
                path
                        + " was changed by a factor, from %s to %s"
                                .formatted(change.leaf().before(), change.leaf().after());
            case SHAPE -> path + " is missing, empty or of another type than before";
            case UNVALIDATED -> path + " was changed and is not validated";
            default -> path + ": " + term.meaning();
        };
    }

    static String of(RiskTerm term, Outlook outlook) {
        var lately = outlook.lately();
        return switch (term) {
            case MANY_EDITS ->
                "%d values differ from the last run that worked"
                        .formatted(outlook.changes().stream()
                                .filter(InputChange::isUsed)
                                .count());
            case OWN_FAILURES -> "%d of its last %d runs failed".formatted(lately.ownFailures(), lately.ownRuns());
            case OTHERS_FAIL ->
                "%d of %d other scenarios that ran in the last two hours failed"
                        .formatted(lately.others().failing(), lately.others().scenarios());
            case MODEL_FAILS ->
                "other scenarios of this model failed in the last two hours: %d"
                        .formatted(lately.others().failingOfModel());
            default -> term.meaning();
        };
    }
}
