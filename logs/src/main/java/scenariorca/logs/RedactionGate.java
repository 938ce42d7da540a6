package scenariorca.logs;

import java.util.HashMap;
import java.util.Map;

/**
 * One cheap pass over a text that says which rules can apply at all; most lines need none. It may say yes where the rule
 * then finds nothing, never the other way round.
 */
final class RedactionGate {
    static final int AT = 1;
    static final int URL = 1 << 1;
    static final int SECRET_KEY = 1 << 2;
    static final int NAME_KEY = 1 << 3;
    static final int BEARER = 1 << 4;
    static final int AWS = 1 << 5;
    static final int JWT = 1 << 6;
    static final int CARD = 1 << 7;
    static final int ADDRESS = 1 << 8;
    static final int PHONE = 1 << 9;
    static final int PHONE_KEY = 1 << 10;

    private static final String AFTER_KEY = "=:\"'\\ \t\n\u000b\f\r";

    private static final int SLOTS = 512;
    private static final int[] KEYS = new int[SLOTS];
    private static final int[] BITS = new int[SLOTS];
    /** Whether a stem ends with these two characters of 7 bits: no for nearly all, without asking the table. */
    private static final boolean[] PAIRS = new boolean[1 << 14];
    /** What each character is; the kind of capital letters is the bit that makes them small. */
    private static final byte[] KINDS = new byte[128];

    private static final byte OTHER = 0;
    private static final byte DIGIT = 1;
    private static final byte MARK = 2;
    private static final byte UPPER = 32;

    static {
        Map<String, Integer> stems = new HashMap<>();
        stems(stems, SECRET_KEY, "assw passp secr oken _key -key ikey skey ekey gkey cred auth cook sess");
        stems.put("i ke", SECRET_KEY);
        followed(stems, SECRET_KEY, "pwd", AFTER_KEY);
        stems(stems, NAME_KEY, "name");
        stems(stems, PHONE_KEY, "phon mobi");
        followed(stems, PHONE_KEY, "tel", AFTER_KEY + "_nN");
        followed(stems, PHONE_KEY, "fax", AFTER_KEY + "_nN");
        stems(stems, BEARER, "bear basi oken");
        stems(stems, AWS, "akia asia agpa aida aroa anpa anva aipa");
        stems.forEach(RedactionGate::put);
        PAIRS['y' << 7 | 'j'] = true; // of eyJ, with which a token of JSON begins
        for (char letter = 'A'; letter <= 'Z'; letter++) {
            KINDS[letter] = UPPER;
        }
        for (char letter = '0'; letter <= '9'; letter++) {
            KINDS[letter] = DIGIT;
        }
        for (char letter : new char[] {'@', '.', ':', '+', '/'}) {
            KINDS[letter] = MARK;
        }
    }

    private RedactionGate() {}

    private static void stems(Map<String, Integer> all, int bit, String words) {
        for (String word : words.split(" ")) {
            all.merge(word.substring(word.length() - 4), bit, (one, other) -> one | other);
        }
    }

    /** A word of three letters makes a stem with each character that may follow it. */
    private static void followed(Map<String, Integer> all, int bit, String word, String next) {
        next.chars().forEach(letter -> all.put(word + (char) letter, bit));
    }

    private static void put(String stem, int bits) {
        int window = 0;
        for (int at = 0; at < stem.length(); at++) {
            window = window << 8 | stem.charAt(at) & 0xff;
        }
        PAIRS[pair(window)] = true;
        int slot = slot(window);
        while (KEYS[slot] != 0 && KEYS[slot] != window) {
            slot = slot + 1 & SLOTS - 1;
        }
        KEYS[slot] = window;
        BITS[slot] |= bits;
    }

    private static int pair(int window) {
        return window >>> 1 & 0x3f80 | window & 0x7f;
    }

    private static int slot(int window) {
        return window * 0x9e3779b1 >>> 23;
    }

    /** Bits of the rules that are worth trying. */
    static int scan(String text) {
        int found = 0;
        int pair = 0;
        int dots = 0;
        int colons = 0;
        int length = text.length();
        for (int at = 0; at < length; at++) {
            char letter = text.charAt(at);
            int kind = letter < KINDS.length ? KINDS[letter] : OTHER;
            if (kind == DIGIT) {
                int end = DigitGroups.end(text, at);
                found |= DigitGroups.bits(text, at, end);
                at = end - 1;
                pair = 0;
                continue;
            }
            if (kind == MARK) {
                found |= mark(text, at, letter);
                dots += letter == '.' ? 1 : 0;
                colons += letter == ':' ? 1 : 0;
            }
            pair = pair << 7 & 0x3f80 | (kind == UPPER ? letter + UPPER : letter) & 0x7f;
            if (PAIRS[pair]) {
                found |= words(text, at, found);
            }
        }
        boolean hasAddress = dots >= 3 || colons >= 2;
        boolean hasAccount = (found & AT) != 0; // a password in an address stands before its @
        return (hasAccount ? found : found & ~URL) | (hasAddress ? ADDRESS : 0);
    }

    private static int mark(String text, int at, char letter) {
        return switch (letter) {
            case '@' -> AT;
            case '+' -> DigitGroups.isDialled(text, at) ? PHONE : 0;
            case '/' -> text.startsWith("://", at - 2) ? URL : 0;
            default -> 0;
        };
    }

    /** The four characters that end here, in lower case. */
    private static int window(String text, int at) {
        int window = 0;
        for (int one = Math.max(0, at - 3); one <= at; one++) {
            char letter = text.charAt(one);
            window = window << 8 | (letter >= 'A' && letter <= 'Z' ? letter + 32 : letter) & 0xff;
        }
        return window;
    }

    /** The rules that need the word whose stem ends here, as far as they are not found to be needed already. */
    private static int words(String text, int at, int found) {
        if (text.startsWith("eyJ", at - 2)) {
            return JWT;
        }
        int window = window(text, at);
        int slot = slot(window);
        while (KEYS[slot] != window) {
            if (KEYS[slot] == 0) {
                return 0;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        int bits = BITS[slot] & ~found;
        int sure = 0;
        if ((bits & AWS) != 0 && text.charAt(at) == 'A') {
            sure |= AWS;
        }
        if ((bits & BEARER) != 0 && KeyWords.isBeforeToken(text, at + 1)) {
            sure |= BEARER;
        }
        if ((bits & NAME_KEY) != 0 && KeyWords.isPerson(text, at - 3) && KeyWords.isKey(text, at + 1)) {
            sure |= NAME_KEY;
        }
        if ((bits & (SECRET_KEY | PHONE_KEY)) != 0 && KeyWords.isKey(text, at)) {
            sure |= bits & (SECRET_KEY | PHONE_KEY);
        }
        return sure;
    }
}
