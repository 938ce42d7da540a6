package scenariorca.powerbi;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The DAX query that lists each measure beside the value its SQL twin gave. */
final class SelfCheck {
    /** A measure's row: its name, its value now, and the expected one, a number or BLANK () or a text. */
    private static final Pattern ROW =
            Pattern.compile("(?m)^(\\s*\\( \"([^\"]+)\", .+, )(?:(BLANK \\(\\))|\"\")( \\),?)(?=\\r?$)");

    private static final Pattern IS_ASKED = Pattern.compile("(?m)^(\\s*VAR IsAsked = )FALSE \\(\\)");

    private SelfCheck() {}

    /** @param expected numbers in plain decimals, words as they are; a measure that is blank has no entry */
    static String fill(String dax, Map<String, String> expected) {
        String asked = IS_ASKED.matcher(dax).replaceFirst("$1TRUE ()");
        return ROW.matcher(asked).replaceAll(row -> {
            String value = expected.getOrDefault(row.group(2), "");
            boolean isNumber = row.group(3) != null;
            String literal = isNumber ? value.isEmpty() ? "BLANK ()" : value : "\"" + escape(value) + "\"";
            return Matcher.quoteReplacement(row.group(1) + literal + row.group(4));
        });
    }

    private static String escape(String text) {
        return text.replace("\"", "\"\"").replaceAll("\\R", " ");
    }
}
