package scenariorca.logs;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Words in many languages beside which something stands that must not be stored, from {@code redaction-words.tsv}. */
final class RedactionWords {
    /** What an underscore in the resource stands for. */
    private static final List<String> JOINTS = List.of("_", "", "-", " ", ".");

    private final Map<WordClass, Set<String>> words = new EnumMap<>(WordClass.class);
    private final Map<String, EnumSet<WordClass>> keys = new TreeMap<>();

    private RedactionWords() {
        for (WordClass one : WordClass.values()) {
            words.put(one, new HashSet<>());
        }
    }

    static RedactionWords standard() {
        return of(Resource.lines("redaction-words.tsv"));
    }

    /** @param lines class, language and words, apart by tabs */
    static RedactionWords of(List<String> lines) {
        var all = new RedactionWords();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] columns = line.split("\t", -1);
            WordClass kind = WordClass.valueOf(columns[0].toUpperCase(Locale.ROOT));
            for (String word : columns[2].split(" ")) {
                JOINTS.forEach(joint -> all.put(kind, word.replace("_", joint)));
            }
        }
        return all;
    }

    private void put(WordClass kind, String word) {
        words.getOrDefault(kind, Set.of()).add(word);
        if (kind.isKey()) {
            keys.computeIfAbsent(word, any -> EnumSet.noneOf(WordClass.class)).add(kind);
        }
    }

    boolean is(WordClass kind, String word) {
        return words.getOrDefault(kind, Set.of()).contains(word.toLowerCase(Locale.ROOT));
    }

    /** The words beside which something is looked for. */
    Map<String, EnumSet<WordClass>> keys() {
        return Collections.unmodifiableMap(keys);
    }
}
