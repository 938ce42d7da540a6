package scenariorca.powerbi;

import java.util.List;

/** The colours of the report: those of the dashboard by day, told apart by people who see red and green alike. */
final class Palette {
    static final String SUCCESS = "#0B7A53";
    static final String FAILED = "#B3261E";
    static final String TIMEOUT = "#8A5A00";
    static final String IN_PROGRESS = "#1F5FA8";
    static final String UNKNOWN = "#5F6772";
    static final String ACCENT = "#1F5FA8";
    static final String INK = "#1B1F24";
    static final String QUIET = "#4A5360";
    static final String PAPER = "#FFFFFF";
    static final String HAIRLINE = "#D5D8DC";

    private Palette() {}

    /** Colours of series that mean no outcome, the most used first. */
    static List<String> series() {
        return List.of(ACCENT, "#B5651D", "#117A8B", "#6C3483", "#7A8B11", QUIET, "#A8326E", "#34495E");
    }

    /** Outcomes with their colours, in the order shown. */
    static List<OutcomeColour> outcomes() {
        return List.of(
                new OutcomeColour("success", SUCCESS),
                new OutcomeColour("failed", FAILED),
                new OutcomeColour("timeout", TIMEOUT),
                new OutcomeColour("in_progress", IN_PROGRESS),
                new OutcomeColour("unknown", UNKNOWN));
    }

    record OutcomeColour(String outcome, String colour) {}
}
