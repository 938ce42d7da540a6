package scenariorca.errors;

import static scenariorca.errors.ByteClasses.isDigit;
import static scenariorca.errors.ByteClasses.isLetter;
import static scenariorca.errors.ByteClasses.isLower;
import static scenariorca.errors.ByteClasses.isUpper;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;

/** Dotted names: host names are values, names of types and properties are words. */
final class Names {
    private static final Set<String> HOST_ENDS = Set.of(
            "com",
            "net",
            "org",
            "edu",
            "gov",
            "mil",
            "int",
            "info",
            "biz",
            "local",
            "lan",
            "internal",
            "corp",
            "arpa",
            "cloud",
            "dev",
            "app",
            "io",
            "localdomain",
            "test",
            "intra",
            "home");
    private static final Set<String> FILE_ENDS =
            Set.of("so", "py", "js", "ts", "sh", "go", "rs", "rb", "cc", "pl", "md");
    private static final int COUNTRY_LENGTH = 2;

    private Names() {}

    /** Whether the name ends as host names do, or has a digit as class and property names seldom do. */
    static boolean isHost(byte[] line, int start, int end) {
        int last = end;
        boolean hasDigit = false;
        for (int at = start; at < end; at++) {
            byte octet = line[at];
            hasDigit |= isDigit(octet);
            if (octet == '.') {
                if (last == at) {
                    return false;
                }
                last = at + 1;
            } else if (!isLetter(octet) && !isDigit(octet) && octet != '-' && octet != '_') {
                return false;
            }
        }
        if (last >= end || !isLetter(line[last])) {
            return false;
        }
        String tail = new String(line, last, end - last, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
        boolean isCountry = tail.length() == COUNTRY_LENGTH && isLetter(line[last]) && !FILE_ENDS.contains(tail);
        return isCountry || HOST_ENDS.contains(tail) || hasDigit;
    }

    /** {@code org.slf4j.impl.Log4jLoggerAdapter}: a lower-case start, a later segment in upper camel case, no number. */
    static boolean isClass(byte[] line, int start, int end) {
        if (!isLower(line[start])) {
            return false;
        }
        boolean hasType = false;
        int digitRun = 0;
        for (int at = start; at < end; at++) {
            byte octet = line[at];
            digitRun = isDigit(octet) ? digitRun + 1 : 0;
            boolean isNamePart = isLetter(octet) || isDigit(octet) || octet == '_' || octet == '$' || octet == '.';
            if (!isNamePart || digitRun > 2 || octet == '.' && at + 1 < end && isDigit(line[at + 1])) {
                return false;
            }
            hasType |= octet == '.' && at + 2 < end && isUpper(line[at + 1]) && isLetter(line[at + 2]);
        }
        return hasType;
    }

    /** Whether the left side of an at sign names a type: it has a {@code $} or a capital after a dot or at its start. */
    static boolean isTypeLike(byte[] line, int start, int end) {
        boolean isStart = true;
        for (int at = start; at < end; at++) {
            if (line[at] == '$' || isStart && isUpper(line[at])) {
                return true;
            }
            isStart = line[at] == '.';
        }
        return false;
    }

    static boolean hasDot(byte[] line, int start, int end) {
        for (int at = start; at < end; at++) {
            if (line[at] == '.') {
                return true;
            }
        }
        return false;
    }
}
