package scenariorca.diagnosis;

import java.util.Locale;
import scenariorca.diagnosis.evidence.LogEvidence;

/** How much a log line counts. A line that is always there proves nothing, however loud. */
final class LogWeight {
    private LogWeight() {}

    /** Whether the line is an error or a warning; the rest tells what was done, not what went wrong. */
    static boolean isLoud(LogEvidence line) {
        return isError(line) || line.severity().toUpperCase(Locale.ROOT).startsWith("WARN");
    }

    static boolean isError(LogEvidence line) {
        return switch (line.severity().toUpperCase(Locale.ROOT)) {
            case "ERROR", "FATAL", "CRITICAL", "SEVERE", "EMERGENCY", "ALERT" -> true;
            default -> false;
        };
    }

    /** Whether runs that succeeded say the same. */
    static boolean isNoise(LogEvidence line) {
        return line.isInBaseline() || line.passedRunsWith() > 0;
    }

    /** 0 to 1: loud or not, and whether it speaks of a node that matters. */
    static double of(LogEvidence line, boolean isAboutElsewhere) {
        if (isNoise(line) || !isLoud(line)) {
            return 0;
        }
        double loudness = isError(line) ? 0.8 : 0.5;
        return isAboutElsewhere ? loudness / 4 : loudness;
    }
}
