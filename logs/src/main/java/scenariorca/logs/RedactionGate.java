package scenariorca.logs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One cheap pass over a text that says which rules can apply at all; most lines need none. It may say yes where the rule
 * then finds nothing, never the other way round.
 */
final class RedactionGate {
    /** What a gate may name beside words and shapes of digits. */
    static final String PLUS = "{plus}";

    /** As many letters and digits in a row are seldom a word. */
    private static final int LONG_RUN = 20;

    static final String IBAN = "{iban}";
    static final String ADDRESS = "{address}";
    static final String ZERO = "{zero}";
    static final String AREA = "{area}";
    static final String AMID = "{amid}";
    static final String PORT = "{port}";

    private final Landmarks landmarks;
    private final DigitShapes shapes = new DigitShapes();
    private long plus;
    private long iban;
    private long address;
    private long zero;
    private long area;
    private long amid;
    private long port;

    /**
     * @param gates each rule's gate: texts, {@code #} and a shape of digits, or a name in braces; the place is the rule's
     * @param keys words that may be keys, and beginnings of tokens
     */
    RedactionGate(List<List<String>> gates, List<Landmark> keys) {
        Map<String, Landmark> all = new LinkedHashMap<>();
        List<Landmark> tokens = new ArrayList<>();
        for (Landmark key : keys) {
            if (key.token() == null) {
                all.put(key.text(), key);
            } else {
                tokens.add(key);
            }
        }
        List<RuleGate> bits = RuleGate.all(gates);
        for (int rule = 0; rule < gates.size(); rule++) {
            for (String gate : gates.get(rule)) {
                put(gate, bits.get(rule).bit(), all);
            }
        }
        tokens.addAll(all.values());
        landmarks = new Landmarks(tokens);
    }

    private void put(String gate, long bit, Map<String, Landmark> all) {
        switch (gate) {
            case PLUS -> plus |= bit;
            case IBAN -> iban |= bit;
            case ADDRESS -> address |= bit;
            case ZERO -> zero |= bit;
            case AREA -> area |= bit;
            case AMID -> amid |= bit;
            case PORT -> port |= bit;
            default -> {
                if (gate.startsWith("#")) {
                    shapes.put(gate.substring(1), bit);
                } else {
                    all.put(gate, all.getOrDefault(gate, Landmark.gate(gate, 0)).with(bit));
                }
            }
        }
    }

    Hits scan(String text) {
        var hits = new Hits();
        int window = 0;
        int dots = 0;
        int colons = 0;
        int apart = -1;
        int lastDigit = -1;
        int length = text.length();
        for (int at = 0; at < length; at++) {
            char letter = text.charAt(at);
            int kind = Landmarks.kind(letter);
            if (kind < Landmarks.DIGIT) { // a letter, as most are
                window = Landmarks.roll(window, kind);
                landmarks.look(text, at, window, hits);
                continue;
            }
            if (kind == Landmarks.DIGIT) {
                int end = digitsEnd(text, at);
                long rules = number(text, at, end);
                if (rules != 0 && !Uuids.isWithin(text, at)) { // a UUID stays, whatever numbers it looks like
                    hits.add(rules, at, end);
                }
                for (int digit = Math.max(at, end - Landmarks.WINDOW); digit < end; digit++) {
                    window = Landmarks.roll(window, kind);
                    landmarks.look(text, digit, window, hits);
                }
                at = end - 1;
                lastDigit = at;
                continue;
            }
            if (at - apart > LONG_RUN && lastDigit > apart) {
                hits.addRun(apart + 1, at);
            }
            apart = at;
            switch (letter) {
                case '.' -> dots++;
                case ':' -> colons++;
                case '+' -> hits.add(isDialled(text, at) ? plus : 0, at, at + 1);
                default -> {}
            }
            window = Landmarks.roll(window, kind);
            landmarks.lookAlone(letter, at, hits);
            landmarks.look(text, at, window, hits);
        }
        if (length - apart > LONG_RUN && lastDigit > apart) {
            hits.addRun(apart + 1, length);
        }
        hits.add(dots >= 3 || colons >= 2 ? address : 0);
        return hits;
    }

    /** The rules worth trying because of a group of digits. */
    private long number(String text, int start, int end) {
        char before = start == 0 ? ' ' : text.charAt(start - 1);
        if (before >= 'a' && before <= 'z' || before == '_') {
            return 0; // within a word
        }
        long found = shapes.bits(text, start, end);
        char after = end == text.length() ? ' ' : text.charAt(end);
        if (before >= 'A' && before <= 'Z' && isIban(text, start)) {
            found |= iban;
        } else if (before == '(' && after == ')') {
            found |= area;
        }
        if (isCapital(before) && isCapital(after)) {
            found |= amid;
        }
        if (before == ':' && after == ':' && end - start > 3) {
            found |= port;
        }
        boolean isTrunk = text.charAt(start) == '0'
                && end - start > 1
                && isGoingOn(text, end)
                && !isPlain(before)
                && "_.+-".indexOf(before) < 0
                && !((before == ':' || before == ',') && start > 1 && DigitShapes.isDigit(text.charAt(start - 2)));
        return isTrunk ? found | zero : found;
    }

    /** Whether digits come next, behind a mark or two. */
    private static boolean isGoingOn(String text, int end) {
        int at = end;
        while (at < text.length() && at - end < 3 && " -./()".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at > end && at < text.length() && DigitShapes.isDigit(text.charAt(at));
    }

    private static int digitsEnd(String text, int start) {
        int at = start;
        while (at < text.length() && DigitShapes.isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Two capital letters that begin a word, before digits. */
    private static boolean isIban(String text, int digits) {
        return digits >= 2
                && isCapital(text.charAt(digits - 1))
                && isCapital(text.charAt(digits - 2))
                && (digits == 2 || !isPlain(text.charAt(digits - 3)));
    }

    /** A letter or digit of ASCII. */
    private static boolean isPlain(char letter) {
        return letter < 128 && Character.isLetterOrDigit(letter);
    }

    private static boolean isCapital(char letter) {
        return letter >= 'A' && letter <= 'Z';
    }

    /** A plus that may begin a number: not within a word or a time with its zone, and before a digit or a bracket. */
    private static boolean isDialled(String text, int plus) {
        char next = plus + 1 < text.length() ? text.charAt(plus + 1) : ' ';
        if (next != '(' && (next < '1' || next > '9')) {
            return false; // no country's code begins with 0
        }
        char before = plus == 0 ? ' ' : text.charAt(plus - 1);
        return !isPlain(before) && "_.+-".indexOf(before) < 0;
    }
}
