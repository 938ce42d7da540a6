package scenariorca.errors;

import java.util.regex.Pattern;

/** The canonical form of a masked line. Only for new signatures: it uses regular expressions. */
final class SignatureText {
    private static final Pattern DATE = Pattern.compile(
            "\\b(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6},? )?(?:(?:<\\*> )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\\.?,? )<\\*>(?:,? <\\*>)*(?: (?:[AP]M|[A-Z]{3,4})\\b(?= <\\*>|$))?(?: <\\*>)?");
    private static final Pattern VALUE_WORD =
            Pattern.compile("(?<![\\w.$/\\-])(?i:true|false|root|admin)(?![\\w.$/(\\-]|\\.\\w)");
    /** An empty pair of brackets that stands alone is a value that happens to be empty. */
    private static final Pattern EMPTY_VALUE = Pattern.compile("(?<= |^)([(\\[{])([)\\]}])(?= |$)");

    private static final Pattern QUOTED = Pattern.compile("=\"[^\"]*\"|=\\s?(?:null|nil|none|NULL|None)\\b(?!\\w)");
    private static final Pattern LIST = Pattern.compile("<\\*>(?:,? ?<\\*>)+");
    /** A value's unit changes with its size: 512 B, 4 KB, 3 sec. */
    private static final Pattern UNIT = Pattern.compile(
            "(<\\*>) (?:[KMGTP]i?B|B|[kmun]?s|secs?|seconds?|mins?|minutes?|hours?|hrs?|days?|millis|milliseconds?)\\b");

    private SignatureText() {}

    /** Dates are one value, and so are truth values and the accounts every system has. */
    static String canonical(String masked) {
        String text = masked;
        if (text.contains(LineScanner.WILDCARD)) {
            text = DATE.matcher(text).replaceAll(LineScanner.WILDCARD);
        }
        text = VALUE_WORD.matcher(text).replaceAll(LineScanner.WILDCARD);
        text = QUOTED.matcher(text)
                .replaceAll(value -> value.group().startsWith("=\"")
                        ? "=\"<*>\""
                        : "=" + (value.group().charAt(1) == ' ' ? " " : "") + "<*>");
        text = EMPTY_VALUE.matcher(text).replaceAll("$1<*>$2");
        return text.replace("<*>.<*>", LineScanner.WILDCARD).replace("<*><*>", LineScanner.WILDCARD);
    }

    /** As {@link #canonical}, with every list of values as one and without units: lines that differ in those are alike. */
    static String key(String canonical) {
        return LIST.matcher(UNIT.matcher(canonical).replaceAll("$1")).replaceAll(LineScanner.WILDCARD);
    }
}
