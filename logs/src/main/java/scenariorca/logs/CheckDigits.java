package scenariorca.logs;

import java.util.Arrays;
import java.util.Locale;

/** Check digits and dates within numbers. Each takes the text as found, with the marks between its groups. */
final class CheckDigits {
    private static final int[][] VERHOEFF = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
        {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
        {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
        {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
        {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
        {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
    };
    private static final int[] VERHOEFF_STEP = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    private CheckDigits() {}

    static int[] digits(String value) {
        return value.chars()
                .filter(letter -> letter >= '0' && letter <= '9')
                .map(letter -> letter - '0')
                .toArray();
    }

    static String bare(String value) {
        return value.replaceAll("[ ./-]", "").toUpperCase(Locale.ROOT);
    }

    static int[] last(int[] digits, int count) {
        return Arrays.copyOfRange(digits, Math.max(0, digits.length - count), digits.length);
    }

    static boolean isLuhn(int[] digits) {
        int sum = 0;
        for (int at = 0; at < digits.length; at++) {
            int digit = digits[digits.length - 1 - at];
            int doubled = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += at % 2 == 1 ? doubled : digit;
        }
        return sum % 10 == 0;
    }

    /** ISO 13616: letters as numbers, the first four at the end, rest 1 by 97. */
    static boolean isIban(String value) {
        String bare = bare(value);
        if (bare.length() < 15 || bare.length() > 34) {
            return false;
        }
        return mod97(bare.substring(4) + bare.substring(0, 4)) == 1;
    }

    static int mod97(String text) {
        int rest = 0;
        for (char letter : text.toCharArray()) {
            int value = Character.digit(letter, 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest;
    }

    /** Whether the weighted sum of all digits leaves a rest. */
    static boolean weighted(String value, int modulus, int rest, int... weights) {
        int[] digits = digits(value);
        return digits.length == weights.length
                && Math.floorMod(sum(digits, weights), modulus) == rest
                && !isSame(digits);
    }

    static int sum(int[] digits, int... weights) {
        int sum = 0;
        for (int at = 0; at < weights.length; at++) {
            sum += digits[at] * weights[at];
        }
        return sum;
    }

    /** 11 less the rest, ten or more as nothing: Portugal, the parts of a CPF. */
    static boolean elevenFrom(String value, int... weights) {
        int[] digits = digits(value);
        return digits.length == weights.length + 1
                && digits[weights.length] == check(digits, weights)
                && !isSame(digits);
    }

    static int check(int[] digits, int... weights) {
        int check = 11 - sum(digits, weights) % 11;
        return check >= 10 ? 0 : check;
    }

    static boolean isSame(int[] digits) {
        return Arrays.stream(digits).distinct().count() == 1;
    }

    static boolean isVerhoeff(String value) {
        int[] digits = digits(value);
        int check = 0;
        for (int at = 0; at < digits.length; at++) {
            int digit = digits[digits.length - 1 - at];
            for (int step = at % 8; step > 0; step--) {
                digit = VERHOEFF_STEP[digit];
            }
            check = VERHOEFF[check][digit];
        }
        return digits.length == 12 && check == 0 && digits[0] > 1;
    }

    /** Whether month and day stand behind the year; some states add tens to the month for the century. */
    static boolean hasDate(String value, int monthAt) {
        int[] digits = digits(value);
        int month = (digits[monthAt] * 10 + digits[monthAt + 1]) % 20;
        int day = digits[monthAt + 2] * 10 + digits[monthAt + 3];
        return month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    /** Whether it holds a date of six digits at its beginning or, after a century, two digits on; day or year first. */
    static boolean hasDay(String value) {
        int[] digits = digits(value);
        int from = digits.length > 11 ? 4 : 2;
        int month = digits[from] * 10 + digits[from + 1];
        return month >= 1 && month <= 12;
    }
}
