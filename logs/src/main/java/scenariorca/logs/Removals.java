package scenariorca.logs;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was taken out of redacted texts, by its kind, as the words in brackets say that stand in its place. Who writes such a
 * word in brackets himself is counted too; kinds of an installation's own rules are not.
 */
public final class Removals {
    private static final Pattern MARK = Pattern.compile("\\[(" + String.join("|", RuleFile.kinds()) + ")]");

    private Removals() {}

    /** The kinds of all rules of the product. */
    public static Set<String> kinds() {
        return RuleFile.kinds();
    }

    /** How many of each kind, the most frequent first; empty when nothing was taken out. Example: {@code {token=7, email=5}} */
    public static Map<String, Integer> in(Collection<String> texts) {
        var counts = new TreeMap<String, Integer>();
        for (String text : texts) {
            Matcher mark = MARK.matcher(text);
            while (text.indexOf('[') >= 0 && mark.find()) {
                counts.merge(mark.group(1), 1, Integer::sum);
            }
        }
        var sorted = new LinkedHashMap<String, Integer>();
        counts.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        return sorted;
    }
}
