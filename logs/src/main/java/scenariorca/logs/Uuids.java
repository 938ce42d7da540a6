package scenariorca.logs;

import java.util.Optional;
import java.util.UUID;

/** Finds UUIDs in text without regular expressions. */
final class Uuids {
    static final int LENGTH = 36;
    private static final int BARE_LENGTH = 32;
    private static final int TRACE_LENGTH = 35;
    private static final int PARENT_LENGTH = 55;

    private Uuids() {}

    /** A UUID with dashes, or its 32 hex digits; empty for anything else. */
    static Optional<UUID> parse(String text) {
        if (text.length() == LENGTH && isAt(text, 0)) {
            return Optional.of(UUID.fromString(text));
        }
        if (text.length() == BARE_LENGTH && isHex(text, 0, BARE_LENGTH)) {
            return Optional.of(new UUID(
                    Long.parseUnsignedLong(text, 0, 16, 16), Long.parseUnsignedLong(text, 16, BARE_LENGTH, 16)));
        }
        return Optional.empty();
    }

    /** As {@link #parse}, also in braces, as a URN, or within the id of a trace: {@code Root=1-<8 hex>-<24 hex>}. */
    static Optional<UUID> parseAny(String written) {
        String text = written.strip();
        if (text.startsWith("{") || text.startsWith("urn:uuid:")) {
            text = text.startsWith("{") ? text.substring(1, text.length() - 1) : text.substring(9);
        }
        int root = text.indexOf("Root=");
        if (root >= 0) {
            int end = text.indexOf(';', root);
            text = text.substring(root + 5, end < 0 ? text.length() : end);
        }
        if (text.startsWith("1-") && text.length() == TRACE_LENGTH) {
            return parse(text.substring(2).replace("-", ""));
        }
        boolean isTraceParent = text.length() == PARENT_LENGTH && text.charAt(2) == '-' && text.charAt(35) == '-';
        return parse(isTraceParent ? text.substring(3, 35) : text);
    }

    /** Where the next UUID begins, from a position on; -1 when there is none. */
    static int find(String text, int from) {
        int dash = text.indexOf('-', from + 8);
        while (dash >= 0) {
            if (dash - 8 >= from && isAt(text, dash - 8)) {
                return dash - 8;
            }
            dash = text.indexOf('-', dash + 1);
        }
        return -1;
    }

    /** Whether a UUID holds this place. */
    static boolean isWithin(String text, int at) {
        for (int start = Math.max(0, at - LENGTH + 1); start <= at; start++) {
            if (start + 8 < text.length() && text.charAt(start + 8) == '-' && isAt(text, start)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAt(String text, int start) {
        if (start + LENGTH > text.length()) {
            return false;
        }
        boolean isDashed = text.charAt(start + 8) == '-'
                && text.charAt(start + 13) == '-'
                && text.charAt(start + 18) == '-'
                && text.charAt(start + 23) == '-';
        return isDashed
                && isHex(text, start, start + 8)
                && isHex(text, start + 9, start + 13)
                && isHex(text, start + 14, start + 18)
                && isHex(text, start + 19, start + 23)
                && isHex(text, start + 24, start + LENGTH)
                && !isWord(text, start - 1)
                && !isWord(text, start + LENGTH);
    }

    private static boolean isWord(String text, int at) {
        return at >= 0 && at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '-');
    }

    private static boolean isHex(String text, int start, int end) {
        for (int at = start; at < end; at++) {
            char letter = text.charAt(at);
            boolean isHex =
                    letter >= '0' && letter <= '9' || letter >= 'a' && letter <= 'f' || letter >= 'A' && letter <= 'F';
            if (!isHex) {
                return false;
            }
        }
        return true;
    }
}
