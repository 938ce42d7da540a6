package scenariorca.alerts;

import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.Verdict;

/** What those who read of a problem can do about it, in one sentence. */
final class AlertAdvice {
    private AlertAdvice() {}

    /** What the verdict knows to put back, else what made this error go away before, else what its class calls for. */
    static String of(AlertSubject.What what, @Nullable Verdict verdict) {
        if (verdict != null && !verdict.remedy().putBack().text().isEmpty()) {
            return sentence(verdict.remedy().putBack().text());
        }
        if (verdict != null && !verdict.remedy().fixes().isEmpty()) {
            return sentence(verdict.remedy().fixes().getFirst().text());
        }
        return byClass(what);
    }

    private static String byClass(AlertSubject.What what) {
        return switch (what.problemClass()) {
            case "input" ->
                "Check what was typed last into " + (what.nodeName().isEmpty() ? "the inputs" : what.nodeName()) + ".";
            case "model" -> "Look at what was published last of the model: analysts cannot mend it.";
            case "platform" -> "No input is to blame: look at the platform, and run again once it works.";
            case "upstream" -> "Ask whoever delivers the data, and run again once it is there.";
            case "fluke" -> "Run again.";
            default -> "Read the runs' evidence: it names no cause yet.";
        };
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + (text.endsWith(".") ? "" : ".");
    }
}
