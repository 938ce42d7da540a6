package scenariorca.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A text with variable parts, word by word.
 *
 * @param words the words; a variable part is {@code <*>}
 */
record Template(List<String> words) {
    Template {
        words = List.copyOf(words);
    }

    static Template of(String text) {
        return new Template(List.of(text.split(" ", -1)));
    }

    String text() {
        return String.join(" ", words);
    }

    int size() {
        return words.size();
    }

    /** Whether a word says something: it has a letter outside the variable parts. */
    static boolean speaks(String word) {
        String rest = word.replace(LineScanner.WILDCARD, "");
        return rest.chars().anyMatch(Character::isLetter);
    }

    /** This template with some words as the text has them. */
    Template with(Set<Integer> positions, Template text) {
        var chosen = new ArrayList<String>(words);
        for (int at : positions) {
            if (at < chosen.size()) {
                chosen.set(at, text.words.get(at));
            }
        }
        return new Template(chosen);
    }

    /** Whether the text is an example of this template. */
    boolean holds(Template text) {
        if (text.size() != size()) {
            return false;
        }
        for (int at = 0; at < size(); at++) {
            if (!fits(words.get(at), text.words.get(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String pattern, String word) {
        int hole = pattern.indexOf(LineScanner.WILDCARD);
        if (hole < 0 || pattern.equals(word)) {
            return pattern.equals(word);
        }
        String suffix = pattern.substring(hole + LineScanner.WILDCARD.length());
        return word.length() > hole + suffix.length()
                && word.startsWith(pattern.substring(0, hole))
                && word.endsWith(suffix);
    }
}
