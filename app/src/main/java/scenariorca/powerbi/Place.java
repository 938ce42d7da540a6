package scenariorca.powerbi;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a file of the project names something of the installation.
 *
 * @param before what stands before the value, on one line and once in the file
 * @param old the form of the value there
 * @param value what is put there
 */
record Place(String before, String old, String value) {
    /** A quoted text after {@code before}. */
    static Place quoted(String before, String value) {
        return new Place(before + "\"", "[^\"\\r\\n]*(?=\")", value);
    }

    /** @throws IllegalStateException when the file names it never or more than once: it was edited into another form */
    String fill(String file, String text) {
        Matcher found = Pattern.compile("(?m)(" + before + ")" + old).matcher(text);
        long times = found.results().count();
        if (times != 1) {
            throw new IllegalStateException("%s has %d lines with %s, where the installation is named; it must have one"
                    .formatted(file, times, before));
        }
        return found.replaceFirst("$1" + Matcher.quoteReplacement(value));
    }
}
