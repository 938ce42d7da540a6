package scenariorca.diagnosis;

import scenariorca.diagnosis.evidence.PastFix;

/** A past fix as a sentence. */
final class FixText {
    private static final int SHORT_ID = 8;

    private FixText() {}

    static Fix of(PastFix fix, int recoveries) {
        String nodeName =
                fix.nodeName().isBlank() ? "node " + fix.nodeId().toString().substring(0, SHORT_ID) : fix.nodeName();
        int all = Math.max(recoveries, fix.recoveries());
        String what = fix.input() + " of " + nodeName;
        Double bound = fix.bound();
        String did = switch (fix.direction()) {
            case RAISED -> "raised " + what + (bound == null ? "" : " to " + Outlier.plain(bound) + " or above");
            case LOWERED -> "lowered " + what + (bound == null ? "" : " to " + Outlier.plain(bound) + " or below");
            case ADDED -> "added " + what;
            case REMOVED -> "removed " + what;
            case TYPE_CHANGED -> "gave " + what + " another type of value";
            case CHANGED -> "changed " + what;
        };
        String text = "of " + (all == 1 ? "1 recovery" : all + " recoveries") + ", " + fix.recoveries() + " " + did;
        return new Fix(fix.nodeId(), nodeName, fix.input(), fix.direction(), fix.recoveries(), all, text);
    }
}
