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
        return new Template(TextWords.of(text));
    }

    String text() {
        return TextWords.join(words);
    }

    int size() {
        return words.size();
    }

    /** How many words have no variable part. */
    long constants() {
        return words.stream()
                .filter(word -> !word.contains(LineScanner.WILDCARD))
                .count();
    }

    /** Whether a word says something: it has a letter outside the variable parts. */
    static boolean speaks(String word) {
        String rest = word.replace(LineScanner.WILDCARD, "");
        return rest.chars().anyMatch(Character::isLetter);
    }

    /** This template with some words as the text has them; positions count what stands between blanks. */
    Template with(Set<Integer> positions, Template text) {
        var chosen = new ArrayList<String>(words);
        for (int at = 0; at < chosen.size(); at++) {
            int first = position(at);
            int last = first + blanks(words.get(at));
            if (positions.stream().anyMatch(position -> position >= first && position <= last)) {
                chosen.set(at, text.words.get(at));
            }
        }
        return new Template(chosen);
    }

    /** How many words between blanks come before this one. */
    int position(int word) {
        boolean isApart = word > 0 && !words.get(word).startsWith(TextWords.GLUE);
        return blanks(TextWords.join(words.subList(0, word))) + (isApart ? 1 : 0);
    }

    private static int blanks(String text) {
        return (int) text.chars().filter(letter -> letter == ' ').count();
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

    /** Whether every word that the text has in another way has a digit in it. */
    boolean isNumbered(Template text) {
        for (int at = 0; at < size(); at++) {
            String word = text.words.get(at);
            if (!word.equals(words.get(at)) && word.chars().noneMatch(Character::isDigit)) {
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
