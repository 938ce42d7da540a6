package scenariorca.errors;

/** One cheap pass over a text that says which kinds of code it can hold: most hold none, and no expression is tried. */
final class CodeHints {
    static final int SQLSTATE = 1;
    static final int GRPC = 1 << 1;
    static final int ERRNO = 1 << 2;
    static final int HTTP = 1 << 3;

    private static final String[] GRPC_CODES = {
        "DEADLINE_", "PERMISSION_", "UNAUTHENT", "RESOURCE_", "INVALID_A", "FAILED_PR", "OUT_OF_RA", "DATA_LOSS"
    };

    private CodeHints() {}

    /** Bits of the kinds that are worth looking for; it may say yes where there is none, never the other way round. */
    static int scan(String text) {
        int found = 0;
        for (int at = 0; at < text.length(); at++) {
            char letter = text.charAt(at);
            switch (letter) {
                case '4', '5' -> found |= isStatus(text, at) ? HTTP : 0;
                case 'E' ->
                    found |= isUpper(text, at + 1) && isUpper(text, at + 2) || is(text, at, "errno") ? ERRNO : 0;
                case 'e' -> found |= is(text, at, "errno") ? ERRNO : 0;
                case 's', 'S' -> {
                    found |= is(text, at, "sql") ? SQLSTATE : 0;
                    found |= is(text, at, "statusc") || is(text, at, "statusr") ? GRPC : 0;
                }
                case 'p' -> found |= is(text, at, "pgcode") ? SQLSTATE : 0;
                case 'o', 'O' -> found |= is(text, at, "ora-") ? SQLSTATE : isCode(text, at) ? GRPC : 0;
                case 'g', 'G' -> found |= is(text, at, "grpc") ? GRPC : 0;
                case 'r' -> found |= is(text, at, "rpc") ? GRPC : 0;
                case 'P' -> found |= (is(text, at, "pgcode") ? SQLSTATE : 0) | (isCode(text, at) ? GRPC : 0);
                case 'R' -> found |= is(text, at, "rpc") || isCode(text, at) ? GRPC : 0;
                case 'D', 'U', 'I', 'F' -> found |= isCode(text, at) ? GRPC : 0;
                default -> {}
            }
        }
        return found;
    }

    private static boolean isStatus(String text, int at) {
        return isDigit(text, at + 1) && isDigit(text, at + 2) && !isDigit(text, at + 3) && !isDigit(text, at - 1);
    }

    private static boolean isCode(String text, int at) {
        if (!isUpper(text, at + 1)) {
            return false;
        }
        for (String code : GRPC_CODES) {
            if (text.startsWith(code, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(String text, int at, String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    private static boolean isUpper(String text, int at) {
        return at < text.length() && text.charAt(at) >= 'A' && text.charAt(at) <= 'Z';
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }
}
