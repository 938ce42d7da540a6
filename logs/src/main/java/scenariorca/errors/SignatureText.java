package scenariorca.errors;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
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
    private static final Pattern LIST = Pattern.compile(
            "(?:<\\*>|(?<![\\w.-])[A-Za-z]\\d(?= <\\*>))(?:(?:,? ?|[:/])<\\*>| [A-Za-z]\\d(?![\\w.-]))+");
    /** A value's unit changes with its size: 512 B, 4 KB, 3 sec. */
    private static final Pattern UNIT = Pattern.compile(
            "(<\\*>) (?:[kKMGTP]i?B|B|[kmun]?s|secs?|seconds?|mins?|minutes?|hours?|hrs?|days?|millis|milliseconds?)\\b");

    /** {@code 3 open files} beside {@code 1 open file}; taken off everywhere, since a value may be a number or a name. */
    private static final Pattern PLURAL =
            Pattern.compile("(?<= \\p{Ll}{3,40})(?:(?<=x|ss|sh|ch)e)?s(?=[ ,.;:)]|$)|(?<= \\p{Ll}{3,40})(?:\\(s\\))");
    /** {@code 2476 bytes (2.41 KB)}: the same measure once more. */
    private static final Pattern AGAIN =
            Pattern.compile("(<\\*> \\p{L}+) \\(<\\*>(?: ?\\p{L}{1,3})?\\)|(<\\*>) \\(<\\*> ?\\p{L}{1,3}\\)");

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

    /**
     * As {@link #canonical}, with every list of values as one, without units, plural endings and measures that are told
     * again in brackets: lines that differ in those are alike.
     */
    static String key(String canonical) {
        return once(singular(withoutUnits(oneList(KeyOrder.sorted(canonical)))));
    }

    private static String once(String text) {
        return AGAIN.matcher(text).replaceAll("$1$2");
    }

    /**
     * The same signatures, step by step with less of what those of one key may differ in. Where they differ in a
     * plural ending only, all have the longest form.
     */
    static List<List<String>> steps(Collection<String> signatures) {
        List<String> ordered = KeyOrder.same(signatures);
        List<String> lists = each(ordered, SignatureText::oneList);
        List<String> plurals = plurals(lists);
        List<String> units = plurals(each(plurals, SignatureText::withoutUnits));
        return List.of(ordered, lists, plurals, units, each(units, SignatureText::once));
    }

    /** Word by word, since the texts may differ in other words, too. */
    private static List<String> plurals(List<String> texts) {
        List<List<String>> split =
                texts.stream().map(text -> List.of(text.split(" ", -1))).toList();
        var longest = new HashMap<String, String>();
        split.forEach(words -> {
            for (int at = 1; at < words.size(); at++) {
                longest.merge(place(words, at), words.get(at), SignatureText::longer);
            }
        });
        return split.stream().map(words -> withLongest(words, longest)).toList();
    }

    private static String withLongest(List<String> words, Map<String, String> longest) {
        var text = new StringBuilder(words.get(0));
        for (int at = 1; at < words.size(); at++) {
            text.append(' ').append(longest.getOrDefault(place(words, at), words.get(at)));
        }
        return text.toString();
    }

    /** Where a word stands in texts of this length, and the word without its ending. */
    private static String place(List<String> words, int at) {
        return words.size() + " " + at + singular(" " + words.get(at));
    }

    private static String longer(String one, String other) {
        return one.length() < other.length() ? other : one;
    }

    private static List<String> each(Collection<String> texts, UnaryOperator<String> change) {
        return texts.stream().map(change).toList();
    }

    private static String oneList(String text) {
        return LIST.matcher(text).replaceAll(LineScanner.WILDCARD);
    }

    private static String withoutUnits(String text) {
        return UNIT.matcher(text).replaceAll("$1");
    }

    private static String singular(String text) {
        return PLURAL.matcher(text).replaceAll("");
    }
}
