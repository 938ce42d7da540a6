package scenariorca.logs;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What stands below a column whose name says that it must not be stored, in a table of lines as files of values and the
 * consoles of databases have it.
 */
final class TableColumns implements RedactionRule {
    private static final int MAX_ROWS = 200;
    private static final int MAX_NAME_CHARS = 60;
    private static final int MAX_HEAD_CHARS = 2_000;
    private static final String SEPARATORS = ",;|\t";

    private final RedactionWords words;

    TableColumns(RedactionWords words) {
        this.words = words;
    }

    @Override
    public void find(String text, Hits hits, List<Span> found) {
        if (text.indexOf('\n') < 0) {
            return;
        }
        for (int number = 0; number < hits.count(); number++) {
            Landmark word = hits.word(number);
            if (word.classes().contains(WordClass.SECRET)) {
                Key key = Key.around(text, hits.start(number), word, words);
                if (key != null && !key.isPlural()) {
                    below(key, found);
                }
            }
        }
    }

    private static void below(Key key, List<Span> found) {
        String text = key.text();
        int start = headStart(key);
        int end = text.indexOf('\n', key.end());
        char separator = end < 0 ? 0 : separator(key, start, end);
        if (separator == 0 || !isHead(text, start, end, separator)) {
            return;
        }
        int column = count(text, start, key.start(), separator);
        int columns = count(text, start, end, separator);
        int at = end + 1;
        for (int row = 0; row < MAX_ROWS && at < text.length(); row++) {
            int next = text.indexOf('\n', at);
            int rowEnd = next < 0 ? text.length() : next;
            boolean isRule = isRule(text, at, rowEnd);
            if (!isRule && count(text, at, rowEnd, separator) != columns) {
                return;
            }
            Value value = isRule ? null : cell(text, at, rowEnd, separator, column);
            if (value != null && isMeant(value.word())) {
                found.add(new Span(key.start(), value.start(), value.end(), Assignments.SECRET));
            }
            at = rowEnd + 1;
        }
    }

    /** Where the names begin, which may stand behind other text: {@code {"message":"user,password}. */
    private static int headStart(Key key) {
        int at = key.start();
        while (at > 0 && key.start() - at < MAX_HEAD_CHARS && isHead(key.text().charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isHead(char letter) {
        return Character.isLetterOrDigit(letter) || " _-.\"".indexOf(letter) >= 0 || SEPARATORS.indexOf(letter) >= 0;
    }

    /** What stands beside the name between it and its neighbour; 0 when the name is no cell. */
    private static char separator(Key key, int start, int end) {
        String text = key.text();
        int before = key.start() - 1;
        while (before >= start && " \"".indexOf(text.charAt(before)) >= 0) {
            before--;
        }
        int after = key.end();
        while (after < end && " \"".indexOf(text.charAt(after)) >= 0) {
            after++;
        }
        char left = before < start ? 0 : text.charAt(before);
        char right = after >= end ? 0 : text.charAt(after);
        boolean isCell = (left == 0 || SEPARATORS.indexOf(left) >= 0)
                && (right == 0 || SEPARATORS.indexOf(right) >= 0)
                && (left == right || left == 0 || right == 0);
        return isCell ? (left == 0 ? right : left) : 0;
    }

    /** Whether a line holds only names. */
    private static boolean isHead(String text, int start, int end, char separator) {
        int length = 0;
        for (int at = start; at < end; at++) {
            char letter = text.charAt(at);
            length = letter == separator ? 0 : length + 1;
            if (!isHead(letter) || length > MAX_NAME_CHARS) {
                return false;
            }
        }
        return true;
    }

    /** A line drawn between head and rows. */
    private static boolean isRule(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            if ("-+=|: ".indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static int count(String text, int start, int end, char separator) {
        int count = 0;
        for (int at = start; at < end; at++) {
            count += text.charAt(at) == separator ? 1 : 0;
        }
        return count;
    }

    private static @Nullable Value cell(String text, int start, int end, char separator, int column) {
        int from = start;
        for (int skipped = 0; skipped < column; skipped++) {
            from = text.indexOf(separator, from) + 1;
        }
        int to = text.indexOf(separator, from);
        int last = to < 0 || to > end ? end : to;
        while (from < last && " \"'".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (last > from && " \"'}])\\".indexOf(text.charAt(last - 1)) >= 0) {
            last--;
        }
        return from < last ? new Value(text, from, last, false) : null;
    }

    private static boolean isMeant(String word) {
        return !word.startsWith("[") && !SecretLooks.isStandIn(word) && SecretLooks.isChosen(word);
    }
}
