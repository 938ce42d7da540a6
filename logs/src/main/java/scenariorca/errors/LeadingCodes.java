package scenariorca.errors;

import static scenariorca.errors.ByteClasses.isDigit;
import static scenariorca.errors.ByteClasses.isUpper;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which numbers at the beginning of a line are the message: {@code XR-4261}, {@code IEF403I}, {@code ORA-00942}. A code says the
 * same each time, and few say the same; a number of an order or a machine stands before many things, or many numbers stand
 * before one. A family of numbers, those with the same letters, is one or the other, whatever the order of the lines.
 */
final class LeadingCodes {
    /** So many numbers before one text are no codes. */
    private static final int MAX_CODES_OF_TEXT = 4;
    /** So many numbers of a family that stand before texts unlike each other are names of things. */
    private static final int MIN_THINGS = 3;

    private static final int MAX_CODES = 300;
    private static final int MAX_FAMILIES = 1_000;
    private static final int MAX_BYTES = 24;
    private static final int MIN_DIGITS = 3;
    private static final int MAX_DIGITS = 7;

    /** What is known of the numbers that begin with the same letters. */
    private static final class Family {
        private final Map<String, List<String>> textOf = new HashMap<>();
        private final Map<String, Set<String>> codesOf = new HashMap<>();
        private final Set<String> things = new HashSet<>();
        /** The lines with the number left out, as they are kept when these are no codes. */
        private final Set<String> masked = new HashSet<>();

        private boolean isOfCodes = true;

        void add(String code, String text) {
            List<String> words = List.of(text.split(" "));
            List<String> first = textOf.putIfAbsent(code, words);
            if (first != null && !isLike(first, words)) {
                things.add(code);
            }
            Set<String> codes = codesOf.computeIfAbsent(text, none -> new HashSet<>());
            codes.add(code);
            masked.add(text);
            isOfCodes = codes.size() <= MAX_CODES_OF_TEXT && things.size() < MIN_THINGS && textOf.size() <= MAX_CODES;
        }
    }

    private final Map<String, Family> families = new HashMap<>();

    /** Whether a piece of a line is written as a code: capital letters, then three digits or more. */
    static boolean isCode(byte[] line, int start, int end) {
        int at = start < end && "%$#".indexOf(line[start]) >= 0 ? start + 1 : start;
        if (end - at > MAX_BYTES || at >= end || !isUpper(line[at])) {
            return false;
        }
        int digits = 0;
        int run = 0;
        int longest = 0;
        for (; at < end; at++) {
            boolean isNumber = isDigit(line[at]);
            if (!isNumber && !isUpper(line[at]) && line[at] != '-' && line[at] != '_') {
                return false;
            }
            digits += isNumber ? 1 : 0;
            run = isNumber ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest >= MIN_DIGITS && digits <= MAX_DIGITS;
    }

    /** Whether the whole of a word is written so. */
    static boolean isCode(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        return isCode(bytes, 0, bytes.length);
    }

    /**
     * Learns a line that begins with what may be a code.
     *
     * @param code as it is written
     * @param text the line with the number left out
     * @return texts that must stand for the lines of the family from now on; empty while its numbers are codes
     */
    List<String> add(String code, String text) {
        Family family = families.get(family(code));
        if (family == null) {
            if (families.size() >= MAX_FAMILIES) {
                return List.of(text);
            }
            family = new Family();
            families.put(family(code), family);
        }
        if (!family.isOfCodes) {
            return List.of(text);
        }
        family.add(code, text);
        if (family.isOfCodes) {
            return List.of();
        }
        var all = new ArrayList<>(family.masked);
        Collections.sort(all);
        family.masked.clear();
        family.textOf.clear();
        family.codesOf.clear();
        return all;
    }

    /** What stands before the last digits. */
    private static String family(String code) {
        int end = code.length();
        while (end > 0 && !Character.isDigit(code.charAt(end - 1))) {
            end--;
        }
        while (end > 0 && Character.isDigit(code.charAt(end - 1))) {
            end--;
        }
        return code.substring(0, end);
    }

    /** Whether at least half the words are the same. */
    private static boolean isLike(List<String> one, List<String> other) {
        var shared = new ArrayList<>(one);
        var rest = new ArrayList<>(other);
        shared.removeIf(word -> !rest.remove(word));
        return shared.size() * 2 >= Math.max(one.size(), other.size());
    }
}
