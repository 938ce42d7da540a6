package scenariorca.logs;

import java.util.HashMap;
import java.util.Map;

/** One cheap pass over a text that says which rules can apply at all; most lines need none. */
final class RedactionGate {
    static final int AT = 1;
    static final int URL = 1 << 1;
    static final int SECRET_KEY = 1 << 2;
    static final int NAME_KEY = 1 << 3;
    static final int BEARER = 1 << 4;
    static final int AWS = 1 << 5;
    static final int JWT = 1 << 6;
    static final int CARD = 1 << 7;
    static final int PHONE = 1 << 9;
    static final int ADDRESS = 1 << 8;

    private static final int MIN_CARD_DIGITS = 13;

    private static final int SLOTS = 512;
    private static final int[] KEYS = new int[SLOTS];
    private static final int[] BITS = new int[SLOTS];

    static {
        Map<String, Integer> stems = new HashMap<>();
        for (String stem : new String[] {
            "pass", "pwd=", "pwd:", "pwd\"", "pwd ", "secr", "oken", "_key", "-key", "ikey", "skey", "ekey", "i ke",
            "cred", "auth", "cook", "sess"
        }) {
            stems.merge(stem, SECRET_KEY, (one, other) -> one | other);
        }
        for (String stem :
                new String[] {"name", "phon", "mobi", "tele", "tel=", "tel:", "tel\"", "fax=", "fax:", "fax\""}) {
            stems.merge(stem, NAME_KEY, (one, other) -> one | other);
        }
        for (String stem : new String[] {"bear", "basi", "oken"}) {
            stems.merge(stem, BEARER, (one, other) -> one | other);
        }
        for (String stem : new String[] {"akia", "asia", "agpa", "aida", "aroa", "anpa", "anva", "aipa"}) {
            stems.merge(stem, AWS, (one, other) -> one | other);
        }
        stems.forEach(RedactionGate::put);
    }

    private RedactionGate() {}

    private static void put(String stem, int bits) {
        int window = 0;
        for (int at = 0; at < stem.length(); at++) {
            window = window << 8 | stem.charAt(at) & 0xff;
        }
        int slot = slot(window);
        while (KEYS[slot] != 0 && KEYS[slot] != window) {
            slot = slot + 1 & SLOTS - 1;
        }
        KEYS[slot] = window;
        BITS[slot] |= bits;
    }

    private static int slot(int window) {
        return window * 0x9e3779b1 >>> 23;
    }

    /** Bits of the rules that are worth trying. */
    static int scan(String text) {
        int found = 0;
        int window = 0;
        int run = 0;
        int runBefore = 0;
        int dots = 0;
        int colons = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            if (letter >= '0' && letter <= '9') {
                run++;
                found |= run >= MIN_CARD_DIGITS ? CARD : 0;
            } else if (run > 0) {
                found |= numbers(runBefore, run, letter);
                // Only these may stand between the groups of one number.
                runBefore = letter == ' ' || letter == '-' || letter == '.' ? run : 0;
                run = 0;
            } else {
                found |= letter == '+' ? PHONE : 0;
                runBefore = 0;
            }
            dots += letter == '.' ? 1 : 0;
            colons += letter == ':' ? 1 : 0;
            int lower = letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
            window = window << 8 | lower & 0xff;
            found |= letter == '@' ? AT : 0;
            if (lower == 'j' && (window & 0xffffff) == ('e' << 16 | 'y' << 8 | 'j')) {
                found |= JWT;
            } else if (letter == '/' && (window & 0xffffff) == (':' << 16 | '/' << 8 | '/')) {
                found |= URL;
            }
            found |= bits(window);
        }
        return found | numbers(runBefore, run, ' ') | (dots >= 3 || colons >= 2 ? ADDRESS : 0);
    }

    /** What two groups of digits next to each other can be the start of. */
    private static int numbers(int before, int group, char after) {
        boolean isCard = before == 4 && (group == 4 || group == 6);
        boolean isPhone = group == 3 && (before == 3 || after == ')');
        return (isCard ? CARD : 0) | (isPhone ? PHONE : 0);
    }

    private static int bits(int window) {
        int slot = slot(window);
        while (KEYS[slot] != 0) {
            if (KEYS[slot] == window) {
                return BITS[slot];
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return 0;
    }
}
