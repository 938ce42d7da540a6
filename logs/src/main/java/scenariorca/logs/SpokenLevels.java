package scenariorca.logs;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import scenariorca.errors.DataLines;

/** Levels in other languages than English: rows of {@code levels.tsv}. */
final class SpokenLevels {
    private static final Map<String, Severity> WORDS = words();
    private static final int MAX_CHARS = 20;

    private SpokenLevels() {}

    private static Map<String, Severity> words() {
        var words = new HashMap<String, Severity>();
        for (String[] row : DataLines.read("/logs/levels.tsv", 3)) {
            for (String word : row[2].split(" ")) {
                words.putIfAbsent(word, Severity.valueOf(row[1]));
            }
        }
        return Map.copyOf(words);
    }

    /** @param word in capital letters */
    static Optional<Severity> of(String word) {
        return Optional.ofNullable(WORDS.get(word));
    }

    /** The level a text begins with: in brackets, before a colon, or in capital letters before a blank; null for none. */
    static @Nullable LevelWord at(String text) {
        char first = text.charAt(0);
        boolean isBoxed = first == '[' || first == '(' || first == '<' || first == '\u3010';
        int start = isBoxed ? 1 : 0;
        int end = start;
        boolean isSmall = false;
        while (end < text.length() && end - start <= MAX_CHARS && Character.isLetter(text.charAt(end))) {
            isSmall |= Character.isLowerCase(text.charAt(end));
            end++;
        }
        char next = end < text.length() ? text.charAt(end) : ' ';
        boolean isMarked = isBoxed ? "])>\u3011".indexOf(next) >= 0 : next == ':' || next == '\uff1a';
        boolean isWord = isMarked || !isBoxed && !isSmall && next <= ' ';
        if (end - start < 2 || !isWord) {
            return null;
        }
        String word = text.substring(start, end);
        @Nullable Severity severity = WORDS.get(isSmall ? word.toUpperCase(Locale.ROOT) : word);
        return severity == null ? null : new LevelWord(severity, null, isMarked ? end + 1 : end);
    }
}
