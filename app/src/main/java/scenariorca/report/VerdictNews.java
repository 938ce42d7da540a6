package scenariorca.report;

import java.util.stream.Collectors;

/** Why a verdict changed, in words. */
public final class VerdictNews {
    private VerdictNews() {}

    /** Example: after new log lines and a later run of the scenario. */
    public static String because(RunVerdicts.Said said) {
        return said.changedBy().isEmpty()
                ? "the first verdict"
                : said.changedBy().stream().map(VerdictNews::words).collect(Collectors.joining(" and ", "after ", ""));
    }

    private static String words(String changed) {
        return switch (changed) {
            case "rules" -> "a new version of the rules";
            case "logs" -> "new log lines";
            case "later_run" -> "a later run of the scenario";
            case "late_rows" -> "inputs or calculations that came late";
            case "feedback" -> "what people said of verdicts";
            default -> "runs of other scenarios";
        };
    }
}
