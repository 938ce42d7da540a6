package scenariorca.errors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** Fields {@code key=value} side by side: who writes them may do so in any order. */
final class KeyOrder {
    private static final Pattern FIELD = Pattern.compile("[\\p{L}_][\\w.\\-]*=[^=]+");

    private KeyOrder() {}

    /** The text with fields that stand side by side ordered by their keys. */
    static String sorted(String text) {
        if (text.indexOf('=') == text.lastIndexOf('=')) {
            return text;
        }
        List<String> words = new ArrayList<>(TextWords.of(text));
        for (int start = 0; start < words.size(); start++) {
            int end = start;
            while (end < words.size() && FIELD.matcher(words.get(end)).matches()) {
                end++;
            }
            if (end > start + 1) {
                sort(words.subList(start, end));
                start = end;
            }
        }
        return TextWords.join(words);
    }

    /** Commas between fields stay where they are. */
    private static void sort(List<String> fields) {
        List<String> ends = fields.stream().map(KeyOrder::end).toList();
        List<String> bare = fields.stream()
                .map(field -> field.substring(0, field.length() - end(field).length()))
                .sorted(Comparator.comparing(KeyOrder::key))
                .toList();
        for (int at = 0; at < ends.size(); at++) {
            fields.set(at, bare.get(at) + ends.get(at));
        }
    }

    /** The texts as they are when all have their fields in one order, else sorted. */
    static List<String> same(Collection<String> texts) {
        boolean isSame = texts.stream().map(KeyOrder::keys).distinct().count() == 1;
        return texts.stream().map(text -> isSame ? text : sorted(text)).toList();
    }

    private static List<String> keys(String text) {
        return TextWords.of(text).stream()
                .filter(word -> FIELD.matcher(word).matches())
                .map(KeyOrder::key)
                .toList();
    }

    private static String key(String field) {
        return field.substring(0, field.indexOf('='));
    }

    private static String end(String field) {
        boolean isClosed = field.endsWith(",") || field.endsWith(";");
        return isClosed ? field.substring(field.length() - 1) : "";
    }
}
