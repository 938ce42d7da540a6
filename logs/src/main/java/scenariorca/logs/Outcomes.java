package scenariorca.logs;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import scenariorca.errors.DataLines;

/** What a line without a level says went wrong or well: rows of {@code outcomes.tsv}. */
final class Outcomes {
    private static final List<Outcome> ALL = DataLines.read("/logs/outcomes.tsv", 2).stream()
            .map(row -> new Outcome(Severity.valueOf(row[0]), Pattern.compile(row[1])))
            .toList();
    private static final int HEAD_CHARS = 600;

    private Outcomes() {}

    private record Outcome(Severity severity, Pattern expression) {}

    /** How serious the message is by what it says; empty when it tells of nothing that the table knows. */
    static Optional<Severity> of(String message) {
        String head = message.length() > HEAD_CHARS ? message.substring(0, HEAD_CHARS) : message;
        return ALL.stream()
                .filter(outcome -> outcome.expression.matcher(head).find())
                .map(Outcome::severity)
                .findFirst();
    }
}
