package scenariorca.errors;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Texts of one length with their words as numbers: all pairs are compared, and most differ too much. */
final class WordNumbers {
    /** A first word is what a short sentence is about: it needs this many words that stay the same. */
    private static final int MIN_CONSTANT_AFTER_SUBJECT = 3;

    private final List<Template> texts;
    private final int[][] numbers;
    private final List<Boolean> speaking = new ArrayList<>();
    private final Map<String, Integer> numberOf = new HashMap<>();
    private final Map<Long, Optional<Hole>> holes = new HashMap<>();

    private final Set<String> known;
    private final boolean[] isNamed;

    /** @param known words that stand in variable parts of other templates */
    WordNumbers(List<Template> texts, Set<String> known) {
        this.texts = texts;
        this.known = known;
        this.numbers = texts.stream()
                .map(text -> text.words().stream().mapToInt(this::number).toArray())
                .toArray(int[][]::new);
        this.isNamed = new boolean[texts.size()];
        for (int text = 0; text < isNamed.length; text++) {
            isNamed[text] = isNamed(texts.get(text));
        }
    }

    private int number(String word) {
        Integer known = numberOf.get(word);
        if (known != null) {
            return known;
        }
        int number = numberOf.size();
        numberOf.put(word, number);
        speaking.add(Template.speaks(word));
        return number;
    }

    /** The template both texts fit into, when they are similar enough; without members yet. */
    Optional<WideTemplate> common(int one, int other, int allowedDifferences) {
        int[] left = numbers[one];
        int[] right = numbers[other];
        int different = 0;
        int constant = 0;
        for (int at = 0; at < left.length; at++) {
            if (left[at] != right[at]) {
                different++;
            } else if (speaking.get(left[at])) {
                constant++;
            }
        }
        boolean isSubjectNamed = isNamed[one] && isNamed[other];
        int needed = left[0] == right[0] || isSubjectNamed ? 1 : MIN_CONSTANT_AFTER_SUBJECT;
        boolean isSimilar = different <= allowedDifferences && constant >= Math.max(needed, different);
        return isSimilar ? common(texts.get(one), texts.get(other)) : Optional.empty();
    }

    /** Whether the first word is a name for sure: it is known to be one, has a digit, or is the scoped name of a function. */
    private boolean isNamed(Template text) {
        String word = text.words().get(0);
        return word.contains(LineScanner.WILDCARD)
                || word.contains("::")
                || Hole.parts(word).anyMatch(part -> known.contains(part) || isNumbered(part));
    }

    private static boolean isNumbered(String part) {
        return Hole.isName(part) && part.chars().anyMatch(Character::isDigit);
    }

    private Optional<WideTemplate> common(Template one, Template other) {
        var found = new TreeMap<Integer, Hole>();
        var words = new ArrayList<String>(one.words());
        for (int at = 0; at < one.size(); at++) {
            String word = one.words().get(at);
            String opposite = other.words().get(at);
            if (word.equals(opposite)) {
                continue;
            }
            long pair = (long) number(word) << 32 | number(opposite);
            Optional<Hole> hole = holes.computeIfAbsent(pair, none -> Hole.between(word, opposite));
            if (hole.isEmpty()) {
                return Optional.empty();
            }
            found.put(at, hole.get());
            words.set(at, hole.get().word());
        }
        return Optional.of(new WideTemplate(new Template(words), found, List.of()));
    }

    /** The same template with all the texts that fit into it. */
    WideTemplate withMembers(WideTemplate wide) {
        int[] words = new int[wide.template().size()];
        for (int at = 0; at < words.length; at++) {
            words[at] = wide.holes().containsKey(at)
                    ? -1
                    : number(wide.template().words().get(at));
        }
        var members = new ArrayList<Template>();
        for (int text = 0; text < texts.size(); text++) {
            if (hasWords(numbers[text], words) && fitsHoles(texts.get(text), wide.holes())) {
                members.add(texts.get(text));
            }
        }
        return new WideTemplate(wide.template(), wide.holes(), members);
    }

    private static boolean hasWords(int[] text, int[] words) {
        for (int at = 0; at < words.length; at++) {
            if (words[at] >= 0 && words[at] != text[at]) {
                return false;
            }
        }
        return true;
    }

    private static boolean fitsHoles(Template text, Map<Integer, Hole> holes) {
        return holes.entrySet().stream()
                .allMatch(hole -> hole.getValue().fits(text.words().get(hole.getKey())));
    }
}
