package scenariorca.logs;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text with those line ends left out that may cut something in two, so that what a terminal, a mail or a log agent has
 * broken over two lines is found.
 *
 * @param view the text without them
 * @param seams where in it they were, in order
 */
record LineJoin(TextView view, int[] seams) {
    /** What begins a record, a frame of a stack trace, an item of a list: nothing goes on there. */
    private static final Pattern BEGIN = Pattern.compile(
            "[\\[(]?\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:|[\\[(]?\\d\\d:\\d\\d:\\d\\d|[{<#*|]|[-] |\\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL)\\b"
                    + "|\\s{0,8}(?:at [\\w.$<]|\\.\\.\\. \\d|Caused by:|Suppressed:|File \"|Traceback |During handling|from /|#\\d)");
    /** What begins a record without doubt. */
    private static final Pattern RECORD = Pattern.compile(
            "[\\[(]?\\d{4}[-/]\\d\\d[-/]\\d\\d[T ]\\d\\d:|\\{\\s?[\"']|\\[?(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|FATAL|CRITICAL)\\b[\\] :]"
                    + "|\\s{0,8}(?:at [\\w.$<]{1,200}\\(|Caused by: |File \"|Traceback )");

    /** A name with its value; behind an open name it is the next one. */
    private static final Pattern ENTRY = Pattern.compile("\\s{0,40}[\"']?[\\w.-]{1,60}[\"']?\\s?[:=].*");

    private static final int MAX_INDENT = 40;

    /** Null when no line end can be left out. */
    static @Nullable LineJoin of(TextView source) {
        String text = source.text();
        if (text.indexOf('\n') < 0) {
            return null;
        }
        var out = new TextView.Writer(source);
        int[] seams = new int[8];
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            if (text.charAt(at) == '\n' && isSeam(text, at)) {
                if (count == seams.length) {
                    seams = Arrays.copyOf(seams, count * 2);
                }
                seams[count++] = out.length();
                at = indent(text, at + 1);
            } else {
                out.add(text.charAt(at), at, at + 1);
                at++;
            }
        }
        return count == 0 ? null : new LineJoin(out.view(), Arrays.copyOf(seams, count));
    }

    private static boolean isSeam(String text, int lineEnd) {
        int next = lineEnd + 1;
        if (lineEnd == 0 || next >= text.length() || text.charAt(next) == '\n' || isBegin(text, next)) {
            return false;
        }
        int last = lineEnd - 1;
        while (last > 0 && text.charAt(last) == ' ') {
            last--;
        }
        boolean isOpen = "=:".indexOf(text.charAt(last)) >= 0;
        return !isOpen || !ENTRY.matcher(text).region(next, lineEnd(text, next)).matches();
    }

    /** Whether a text begins a record, so that nothing before it can go on in it. */
    static boolean isRecord(String text) {
        return RECORD.matcher(text).lookingAt();
    }

    private static boolean isBegin(String text, int at) {
        return BEGIN.matcher(text).region(at, text.length()).lookingAt();
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return Math.min(end < 0 ? text.length() : end, from + 200);
    }

    /** Of what a line is indented by, one blank stays. */
    private static int indent(String text, int from) {
        int at = from;
        while (at < text.length() && at - from < MAX_INDENT && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at > from ? at - 1 : at;
    }

    /** Whether something reaches over one of the line ends. */
    boolean isCrossing(Span span) {
        int found = Arrays.binarySearch(seams, span.from() + 1);
        int first = found >= 0 ? found : -found - 1;
        return first < seams.length && seams[first] < span.end();
    }
}
