package scenariorca.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import scenariorca.report.ProblemCard;
import scenariorca.report.ProblemRow;

/** How problems are told on pages. */
final class ProblemWords {
    private static final int SENTENCE = 220;

    private ProblemWords() {}

    /** The states of what strikes still, as far as is known. */
    static final List<String> BROKEN = List.of("regressed", "new", "ongoing");

    static boolean isBroken(ProblemRow row) {
        return BROKEN.contains(row.state());
    }

    /** Whether it began or came back a short time ago. */
    static boolean isFresh(ProblemRow row) {
        return row.state().equals("new") || row.state().equals("regressed");
    }

    /** Its error within another sentence. Example: “treatment_duration must be between 1 and 120 months” */
    static String what(ProblemRow row) {
        int colon = row.sentence().indexOf(": ");
        String error = colon < 0 ? row.sentence() : row.sentence().substring(colon + 2);
        return "“" + Show.clip(error, 90) + "”";
    }

    static String sentence(ProblemRow row) {
        return Show.clip(row.sentence(), SENTENCE);
    }

    /** The shape of a state: colour is never alone. */
    static String mark(String state) {
        return switch (state) {
            case "regressed" -> "↺";
            case "new" -> "✳";
            case "ongoing" -> "✕";
            case "resolved" -> "●";
            default -> "○";
        };
    }

    /** The look of a state: that of the outcome it is most like. */
    static String look(String state) {
        return switch (state) {
            case "regressed", "new", "ongoing" -> "failed";
            case "resolved" -> "success";
            default -> "unknown";
        };
    }

    /** Example: 53 min after 2026.47.0; empty without a release. */
    static String release(@Nullable String release, @Nullable Instant releasedAt, Instant startedAt) {
        if (release == null || releasedAt == null) {
            return "";
        }
        return releasedAt.isAfter(startedAt)
                ? release
                : Show.relative(releasedAt, startedAt).replace(" before", "") + " after " + release;
    }

    /** What to do, by what kind of thing the cause is. */
    static String advice(ProblemCard card) {
        ProblemRow row = card.problem();
        if (row.kind().equals("slowness")) {
            return "Look at the slowest nodes of one of its runs; its page says what is slower than usual and since when.";
        }
        return switch (row.problemClass()) {
            case "input" -> input(card);
            case "model" -> "Look at what was last published of the model: no input has to be changed.";
            case "platform" ->
                row.release() == null
                        ? "Look at the platform: no input has to be changed. Runs may be repeated once it is mended."
                        : "Look at what release " + row.release() + " changed: no input has to be changed.";
            case "upstream" -> "Ask for the data that is late or wrong, and repeat the runs once it is there.";
            case "fluke" -> "Repeat the run; look closer if it comes again.";
            default -> "The cause is not known; open its newest run for the best lead.";
        };
    }

    private static String input(ProblemCard card) {
        if (card.causes().isEmpty()) {
            return "An input made it fail, and the evidence does not tell which: open its newest run for the suspects.";
        }
        ProblemCard.Cause cause = card.causes().getFirst();
        return "Set %s in %s back%s."
                .formatted(
                        Show.clip(cause.title(), 120),
                        Show.name(cause.scenarioName(), "an unnamed scenario"),
                        cause.valueBefore() == null ? "" : " to " + Show.clip(cause.valueBefore(), 60));
    }

    /** Example: resolved it in 2026.48.0 */
    static String act(ProblemCard.Action action) {
        String argument = action.argument();
        return switch (action.actionType()) {
            case "resolve" -> "resolved it" + (argument == null ? "" : " in " + argument);
            case "reopen" -> "reopened it";
            case "ignore" ->
                "ignores it"
                        + (action.untilAt() != null
                                ? " until " + Show.time(action.untilAt()) + " UTC"
                                : action.runLimit() != null
                                        ? " until " + Show.count(action.runLimit(), "more run") + " failed"
                                        : " for good");
            case "assign" -> argument == null ? "took the owner away" : "assigned it to " + argument;
            case "note" -> "noted";
            case "merge" -> "merged it into " + argument;
            case "verdict_right" -> "found the verdict right" + (argument == null ? "" : ": " + argument);
            case "verdict_wrong" -> "found the verdict wrong" + (argument == null ? "" : ": it was " + argument);
            default -> "took back " + action.undoesActionId();
        };
    }

    /** Example: the same inputs pass */
    static String recovery(@Nullable String recovery) {
        return switch (recovery == null ? "" : recovery) {
            case "same_inputs" -> "the inputs it had struck pass";
            case "every_scenario" -> "every scenario has succeeded since";
            case "person" -> "resolved by hand";
            default -> "";
        };
    }
}
