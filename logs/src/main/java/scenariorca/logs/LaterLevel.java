package scenariorca.logs;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import scenariorca.errors.DataLines;

/** A level that a line names somewhere behind its start: not where it is quoted, counted, denied or only spoken of. */
final class LaterLevel {
    private static final Pattern LEVEL = Pattern.compile(
            "(?:(?<![\\w.-])(?:level|severity|lvl)[\"']?\\s?[=:]\\s?[\"']?(\\w{1,12}))|(?<![\\w-])(WARN|WARNING|ERROR|FATAL|SEVERE|CRITICAL|INFO|DEBUG)(?![\\w-])");
    private static final Pattern COUNTED = Pattern.compile(
            "^(?:S|s|\\(s\\))?\\s?(?:[=:]\\s?\\d|(?i:rate|count|level|log|messages)s?\\b|s?\\s?\\(0\\))");
    private static final Set<String> GOOD_NEWS = DataLines.read("/logs/goodnews.tsv", 2).stream()
            .flatMap(row -> Arrays.stream(row[1].split(" ")))
            .collect(Collectors.toUnmodifiableSet());
    /** How far before a level the word level makes it one that is only spoken of. */
    private static final int MENTION_CHARS = 30;

    private static final int HEAD_CHARS = 300;

    private LaterLevel() {}

    static Optional<Severity> find(String line) {
        String head = line.substring(0, Math.min(line.length(), HEAD_CHARS));
        Matcher matcher = LEVEL.matcher(head);
        while (matcher.find()) {
            boolean isField = matcher.group(1) != null;
            Optional<Severity> found = Severity.of(isField ? matcher.group(1) : matcher.group(2));
            if (found.isPresent() && (isField || isMeant(head, matcher.start(), matcher.end()))) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isMeant(String line, int start, int end) {
        boolean isQuoted = start > 0 && "'\"`%".indexOf(line.charAt(start - 1)) >= 0;
        return !isQuoted
                && !COUNTED.matcher(line.substring(end)).lookingAt()
                && !line.substring(Math.max(0, start - MENTION_CHARS), start)
                        .toLowerCase(Locale.ROOT)
                        .contains("level")
                && !GOOD_NEWS.contains(wordBefore(line, start));
    }

    private static String wordBefore(String line, int start) {
        int end = start;
        while (end > 0 && !Character.isLetterOrDigit(line.charAt(end - 1))) {
            end--;
        }
        int from = end;
        while (from > 0 && Character.isLetterOrDigit(line.charAt(from - 1))) {
            from--;
        }
        return line.substring(from, end).toLowerCase(Locale.ROOT);
    }
}
