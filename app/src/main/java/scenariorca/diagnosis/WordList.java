package scenariorca.diagnosis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words by which errors speak, in several languages: a dated resource, read once. A word is looked for at the beginning of
 * words; where a script has no spaces, anywhere.
 */
final class WordList {
    private static final String RESOURCE = "/diagnosis/words.tsv";
    private static final Pattern CAMEL = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})|(?<=\\p{Lu})(?=\\p{Lu}\\p{Ll})");
    private static final Pattern ACCENTS = Pattern.compile("\\p{InCombiningDiacriticalMarks}+");
    private static final Pattern APART = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final WordList STANDARD = read();

    private final Branch root = new Branch();

    private WordList() {}

    /** What may follow after some letters. */
    private static final class Branch {
        private final Map<Character, Branch> next = new HashMap<>();
        private @Nullable Set<WordKind> kinds;
    }

    static WordList standard() {
        return STANDARD;
    }

    private static WordList read() {
        var list = new WordList();
        try (InputStream file = WordList.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException(RESOURCE + " is not in the program");
            }
            new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split("\t"))
                    .forEach(columns -> list.add(WordKind.of(columns[0]), columns[2].split("\\|")));
            return list;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(WordKind kind, String... words) {
        for (String word : words) {
            Branch at = root;
            for (char letter : plain(word).strip().toCharArray()) {
                at = at.next.computeIfAbsent(letter, any -> new Branch());
            }
            at.kinds = at.kinds == null ? EnumSet.noneOf(WordKind.class) : at.kinds;
            at.kinds.add(kind);
        }
    }

    /** A text in lower case without accents, its words apart by one space, with a space at both ends. */
    static String plain(String text) {
        String apart = CAMEL.matcher(text).replaceAll(" ");
        String bare = ACCENTS.matcher(Normalizer.normalize(apart, Normalizer.Form.NFKD))
                .replaceAll("");
        String composed = Normalizer.normalize(bare, Normalizer.Form.NFC);
        return " "
                + APART.matcher(composed.toLowerCase(Locale.ROOT))
                        .replaceAll(" ")
                        .strip() + " ";
    }

    /** A word that was found. @param end position behind it, without the space that follows */
    private record Found(int start, int end, Set<WordKind> kinds) {}

    /**
     * How often each kind is spoken of. What is said to be too much or too little is the thing named beside it: "lock wait
     * timeout exceeded" and "insufficient memory" say nothing of a value.
     */
    Map<WordKind, Integer> in(String text) {
        String plain = plain(text);
        var words = new ArrayList<Found>();
        for (int start = 1; start < plain.length(); start++) {
            boolean isStart = plain.charAt(start - 1) == ' ' || isUnspaced(plain.charAt(start));
            if (isStart) {
                longest(plain, start).ifPresent(words::add);
            }
        }
        Map<WordKind, Integer> found = new HashMap<>();
        for (Found word : words) {
            boolean isOfMachine = words.stream().anyMatch(other -> isBeside(plain, word, other));
            word.kinds().stream()
                    .filter(kind -> !(isOfMachine && WordKind.OF_AMOUNTS.contains(kind)))
                    .forEach(kind -> found.merge(kind, 1, Integer::sum));
        }
        return found;
    }

    /** Whether the other word names a thing of machines and stands in the word, or right before or behind it. */
    private static boolean isBeside(String plain, Found word, Found other) {
        return other.kinds().stream().anyMatch(WordKind.OF_MACHINES::contains)
                && other.start() <= endOfWord(plain, word.end()) + 1
                && word.start() <= endOfWord(plain, other.end()) + 1;
    }

    private static int endOfWord(String plain, int from) {
        return isUnspaced(plain.charAt(from - 1)) ? from : plain.indexOf(' ', from);
    }

    private Optional<Found> longest(String plain, int start) {
        Optional<Found> found = Optional.empty();
        Branch at = root;
        for (int index = start; index < plain.length(); index++) {
            at = at.next.get(plain.charAt(index));
            if (at == null) {
                return found;
            }
            if (at.kinds != null && isEnough(plain, start, index)) {
                found = Optional.of(new Found(start, index + 1, at.kinds));
            }
        }
        return found;
    }

    /** Short words count only whole: "inf" is no beginning of "information". */
    private static boolean isEnough(String plain, int start, int last) {
        boolean isWhole = last + 1 >= plain.length() || plain.charAt(last + 1) == ' ';
        return isWhole || last - start >= 4 || isUnspaced(plain.charAt(start));
    }

    /** Scripts that write no spaces between words. */
    private static boolean isUnspaced(char letter) {
        Character.UnicodeScript script = Character.UnicodeScript.of(letter);
        return script == Character.UnicodeScript.HAN
                || script == Character.UnicodeScript.HIRAGANA
                || script == Character.UnicodeScript.KATAKANA;
    }

    /** Whether the word alone is one that names nothing. */
    boolean isGeneric(String word) {
        Branch at = root;
        for (char letter : plain(word).strip().toCharArray()) {
            at = at.next.get(letter);
            if (at == null) {
                return false;
            }
        }
        return at.kinds != null && at.kinds.contains(WordKind.GENERIC);
    }
}
