package scenariorca.errors;

import static scenariorca.errors.ByteClasses.isDigit;
import static scenariorca.errors.ByteClasses.isHex;
import static scenariorca.errors.ByteClasses.isLetter;
import static scenariorca.errors.ByteClasses.kind;

/** Variable parts that reach over delimiters: URLs, paths, MAC and IPv6 addresses. */
final class Addresses {
    private static final int MIN_HEX_GROUPS = 3;
    private static final int MAX_HEX_GROUP = 4;

    private Addresses() {}

    /** Where the address that begins with the piece {@code start..close} ends; {@code start} when none begins there. */
    static int end(byte[] line, int start, int close, int stop) {
        byte first = line[start];
        if (close == start + 1 && !isLetter(first)) {
            return start;
        }
        if (first == '/' || first == '\\' || isPathPrefix(line, start, stop)) {
            return pathEnd(line, start, stop);
        }
        if (isLetter(first)) {
            if (isUrl(line, close, stop)) {
                return urlEnd(line, close + 3, stop);
            }
            if (close - start == 1 && close + 1 < stop && line[close] == ':' && isSlash(line[close + 1])) {
                return pathEnd(line, start, stop);
            }
            if (slashes(line, start, close) >= 2) {
                return pathEnd(line, start, stop);
            }
        }
        boolean isGroup = close - start <= MAX_HEX_GROUP && isHex(first);
        return isGroup ? hexGroupsEnd(line, start, stop) : start;
    }

    private static boolean isSlash(byte octet) {
        return octet == '/' || octet == '\\';
    }

    /** {@code ~/}, {@code ./} and {@code ../}. */
    private static boolean isPathPrefix(byte[] line, int start, int stop) {
        int at = start;
        while (at < stop && (line[at] == '.' || line[at] == '~') && at - start < 2) {
            at++;
        }
        return at > start && at + 1 < stop && line[at] == '/';
    }

    private static boolean isUrl(byte[] line, int colon, int stop) {
        return colon + 2 < stop && line[colon] == ':' && line[colon + 1] == '/' && line[colon + 2] == '/';
    }

    private static int slashes(byte[] line, int start, int stop) {
        int count = 0;
        for (int at = start; at < stop; at++) {
            if (isSlash(line[at])) {
                count++;
            }
        }
        return count;
    }

    private static int urlEnd(byte[] line, int start, int stop) {
        int at = start;
        while (at < stop && !isClosing(line[at])) {
            at++;
        }
        return trim(line, start, at);
    }

    private static boolean isClosing(byte octet) {
        return switch (octet) {
            case '"', '\'', '<', '>', ')', ']', '}', '|' -> true;
            default -> false;
        };
    }

    private static int pathEnd(byte[] line, int start, int stop) {
        boolean hasQuery = false;
        int at = start;
        while (at < stop) {
            byte octet = line[at];
            if (kind(octet) != ByteClasses.DELIMITER) {
                hasQuery |= octet == '?';
                at++;
                continue;
            }
            if (isClosing(octet) || octet == '(' || octet == '[' || octet == '{' || octet == ';') {
                break;
            }
            if ((octet == ',' || octet == '=') && !hasQuery) {
                break;
            }
            boolean isDrive = octet == ':' && at + 1 < stop && isSlash(line[at + 1]);
            if (octet == ':' && !isDrive) {
                break;
            }
            at++;
        }
        return trim(line, start + 1, at);
    }

    private static int trim(byte[] line, int least, int end) {
        int at = end;
        while (at > least && (line[at - 1] == '.' || line[at - 1] == ',' || line[at - 1] == ':')) {
            at--;
        }
        return at;
    }

    /** {@code 00:0d:60:e9:1d:dc}, {@code fe80::1:2}: at least three groups of one to four hex digits, one digit. */
    private static int hexGroupsEnd(byte[] line, int start, int stop) {
        int groups = 0;
        boolean hasDigit = false;
        int at = start;
        int last = start;
        while (at < stop && isHex(line[at])) {
            int group = at;
            while (at < stop && isHex(line[at])) {
                hasDigit |= isDigit(line[at]);
                at++;
            }
            boolean isGroup = at - group <= MAX_HEX_GROUP
                    && (at == stop || kind(line[at]) == ByteClasses.DELIMITER || line[at] == '.' || line[at] == '%');
            if (!isGroup) {
                break;
            }
            groups++;
            last = at;
            while (at < stop && line[at] == ':') {
                at++;
            }
            if (at == last) {
                break;
            }
        }
        return groups >= MIN_HEX_GROUPS && hasDigit ? last : start;
    }
}
