package scenariorca.logs;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of PostgreSQL's log: {@code <prefix> ERROR:  text}, with the lines that say more of it: {@code <prefix>
 * DETAIL:  text}.
 *
 * @param writer what stands before the word, without the time and the number of the line: the same for lines of one report
 * @param word severity or kind. Example: {@code STATEMENT}
 * @param text the rest
 */
record DatabaseReport(String writer, String word, String text) {
    private static final Pattern LINE = Pattern.compile(
            "(?:^|(?<=[\\s:>\\]]))(DEBUG[1-5]?|LOG|INFO|NOTICE|WARNING|ERROR|FATAL|PANIC|DETAIL|HINT|QUERY|CONTEXT|LOCATION|STATEMENT|BACKTRACE):  (?=\\S)");
    private static final Pattern LINE_NUMBER = Pattern.compile("-\\d+\\]");
    /** More than a prefix holds. */
    private static final int MAX_PREFIX = 300;

    /** Empty when it is none: two blanks after a colon are rare. */
    static Optional<DatabaseReport> of(String line) {
        int blanks = line.indexOf(":  ");
        if (blanks < 0 || blanks > MAX_PREFIX) {
            return Optional.empty();
        }
        Matcher matcher = LINE.matcher(line);
        if (!matcher.find() || matcher.start() > MAX_PREFIX) {
            return Optional.empty();
        }
        String prefix = line.substring(0, matcher.start());
        String writer = prefix.substring(Math.min(prefix.length(), Timestamps.end(prefix)))
                .strip();
        return Optional.of(new DatabaseReport(
                LINE_NUMBER.matcher(writer).replaceAll("]"), matcher.group(1), line.substring(matcher.end())));
    }

    /** Whether it says more of the report before it. */
    boolean isMore() {
        return switch (word) {
            case "DETAIL", "HINT", "QUERY", "CONTEXT", "LOCATION", "STATEMENT", "BACKTRACE" -> true;
            default -> false;
        };
    }
}
