package scenariorca.web;

import java.util.List;
import scenariorca.report.ProblemsReport;

/** The orders a list of problems may have. */
final class ProblemSorts {
    static final List<String> ALL = ProblemsReport.SORTS;

    private ProblemSorts() {}

    static String words(String order) {
        return switch (order) {
            case "last_seen" -> "seen last first";
            case "first_seen" -> "newest first";
            case "runs" -> "most runs first";
            case "scenarios" -> "most scenarios first";
            default -> "most people first";
        };
    }
}
