package scenariorca.errors;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds exception class names and error codes in a text, by regular expressions where there can be one. */
final class ErrorCodes {
    /** Nobody reads further for a cause, and a hostile text must not cost more. */
    private static final int MAX_CHARS = 8_192;

    private static final Pattern EXCEPTION = Pattern.compile(
            "\\b(?:[A-Za-z_$][\\w$]{0,80}[.$]){0,12}([A-Z][\\w]{0,80}(?:Exception|Error|Failure|Timeout|Fault|Interrupt|Denied|Exists))\\b(?!=)");
    private static final Pattern HTTP = Pattern.compile(
            "(?i)\\b(?:https?(?:/\\d(?:\\.\\d)?)?(?:[ _-]?(?:status|error|code|response))*|status[ _-]?code|(?:response|status|error)[ _-](?:status|code)"
                    + "|(?:responded|answered|replied|returned|response|failed)(?: with)?(?: an?)?(?: http)?(?: status)?(?: code)?)"
                    + "\\s{0,2}(?:=|:|is|was|of|\\()?\\s{0,2}\"?([45]\\d\\d)\\b(?![.\\d%]| ?(?:ms|s|sec|rows?|bytes|records|items|years?|months?)\\b)"
                    + "|\\b([45]\\d\\d) (?:Client|Server) Error\\b"
                    + "|\\b(4(?:00 Bad Request|01 Unauthorized|03 Forbidden|04 Not Found|08 Request Time|09 Conflict|22 Unproc|29 Too Many)"
                    + "|5(?:00 Internal|02 Bad Gateway|03 Service|04 Gateway))");
    private static final Pattern SQLSTATE = Pattern.compile(
            "(?i)\\b(?:sql[ _-]?state|sql[ _-]?code|pgcode)\\b[\\s=:\\[(\"']{1,4}([0-9a-z]{5})\\b|\\bORA-(\\d{5})\\b");
    private static final Pattern ERRNO = Pattern.compile(
            "\\b(E(?:CONNREFUSED|CONNRESET|CONNABORTED|HOSTUNREACH|HOSTDOWN|NETUNREACH|NETDOWN|PIPE|NOTFOUND|AI_AGAIN|TIMEDOUT|NOENT|ACCES|PERM|NOMEM|NOSPC|MFILE|NFILE|ADDRINUSE|DEADLK|EXIST|INVAL))\\b"
                    + "|(?i:\\berrno\\b[\\s=:\\]]{1,3}(\\d{1,3})\\b)");
    private static final Pattern GRPC = Pattern.compile(
            "\\b(DEADLINE_EXCEEDED|PERMISSION_DENIED|UNAUTHENTICATED|RESOURCE_EXHAUSTED|INVALID_ARGUMENT|FAILED_PRECONDITION|OUT_OF_RANGE|DATA_LOSS)\\b"
                    + "|(?i:grpc|rpc error|StatusRuntimeException|StatusCode)[^A-Z]{0,20}(UNAVAILABLE|NOT_FOUND|ALREADY_EXISTS|ABORTED|CANCELLED|INTERNAL|UNIMPLEMENTED|UNKNOWN)\\b");

    private ErrorCodes() {}

    /**
     * A code found in a text.
     *
     * @param kind http, sqlstate, errno or grpc
     * @param value the code in upper case. Example: {@code 40P01}
     */
    record Code(String kind, String value) {}

    static String bounded(String text) {
        return text.length() <= MAX_CHARS ? text : text.substring(0, MAX_CHARS);
    }

    /** Simple names of the exception classes named in the text, the last first: what comes last is the root cause. */
    static List<String> exceptions(String text) {
        var found = new ArrayList<String>();
        Matcher matcher = EXCEPTION.matcher(bounded(text));
        while (matcher.find()) {
            found.add(0, matcher.group(1));
        }
        return found;
    }

    /** Every code in the text, strongest kind first. */
    static List<Code> codes(String text) {
        String bounded = bounded(text);
        return codes(bounded, CodeHints.scan(bounded));
    }

    /** @param hints kinds worth looking for */
    static List<Code> codes(String text, int hints) {
        if (hints == 0) {
            return List.of();
        }
        var found = new ArrayList<Code>();
        add(found, "sqlstate", SQLSTATE, text, hints & CodeHints.SQLSTATE);
        add(found, "grpc", GRPC, text, hints & CodeHints.GRPC);
        add(found, "errno", ERRNO, text, hints & CodeHints.ERRNO);
        add(found, "http", HTTP, text, hints & CodeHints.HTTP);
        return found;
    }

    private static void add(List<Code> found, String kind, Pattern pattern, String text, int hint) {
        if (hint == 0) {
            return;
        }
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                String value = matcher.group(group);
                if (value != null) {
                    String code = kind.equals("http") ? value.substring(0, 3) : value.toUpperCase(Locale.ROOT);
                    found.add(new Code(kind, code));
                }
            }
        }
    }
}
