package scenariorca.logs;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a field of a structured line means, by the names that logging libraries give it. */
enum FieldRole {
    LEVEL("level", "severity", "levelname", "loglevel", "lvl", "severitytext", "loglevelname"),
    MESSAGE("message", "msg", "shortmessage", "body", "logmessage", "eventmessage", "rendered"),
    TIME("timestamp", "ts", "time", "datetime", "asctime", "eventtime", "date", "logtimestamp", "timemillis"),
    LOGGER("logger", "loggername", "loggerfqcn", "category", "name", "sourcecontext"),
    THREAD("thread", "threadname", "processthreadname", "tid"),
    SERVICE("service", "servicename", "app", "application", "appname", "applicationname", "component"),
    ENVIRONMENT("environment", "env", "stage", "deploymentenvironment", "serviceenvironment"),
    STACK(
            "stacktrace",
            "stack",
            "exception",
            "excinfo",
            "errorstack",
            "errorstacktrace",
            "exceptionstacktrace",
            "thrownextendedstacktrace",
            "traceback",
            "throwable",
            "exctext",
            "errstack",
            "exceptionstack"),
    CORRELATION(
            "correlationid",
            "requestid",
            "reqid",
            "traceid",
            "xrequestid",
            "xcorrelationid",
            "awsrequestid",
            "correlation",
            "correlationidentifier",
            "request",
            "req",
            "runreqid",
            "mdcrequestid",
            "mdccorrelationid",
            "contextrequestid",
            "contextawsrequestid",
            "mdctraceid"),
    SCENARIO("scenarioid", "scenario", "fcscenarioid", "mdcscenarioid", "contextscenarioid", "scenariouuid"),
    RUN("runid", "run", "scenariorunid", "fcrunid", "forecastrunid", "mdcrunid", "contextrunid", "runuuid"),
    NODE("nodeid", "node", "modelnodeid", "fcnodeid", "mdcnodeid", "contextnodeid", "nodeuuid"),
    USER(
            "userid",
            "user",
            "username",
            "userlogin",
            "actor",
            "principal",
            "mdcuserid",
            "contextuserid",
            "uid",
            "usr",
            "usrid"),
    METHOD("method", "httpmethod", "requestmethod", "httprequestmethod", "verb"),
    PATH(
            "path",
            "uri",
            "url",
            "requesturi",
            "requestpath",
            "httppath",
            "httptarget",
            "httproute",
            "endpoint",
            "urlpath",
            "httpurl",
            "route"),
    STATUS(
            "status",
            "statuscode",
            "httpstatus",
            "httpstatuscode",
            "responsestatus",
            "httpresponsestatuscode",
            "responsecode"),
    DURATION_MS(
            "durationms",
            "elapsedms",
            "latencyms",
            "responsetimems",
            "tookms",
            "elapsed",
            "responsetime",
            "duration",
            "latency",
            "requestdurationms",
            "requesttimems",
            "millis",
            "timetakenms"),
    DURATION_S("durations", "durationseconds", "elapsedseconds", "requesttime", "latencyseconds", "elapseds");

    private static final int SLOTS = 1_024;
    private static final FieldRole[] ROLES = new FieldRole[SLOTS];
    private static final String[] NAMES = new String[SLOTS];

    static {
        for (FieldRole role : values()) {
            for (String name : role.names) {
                int slot = slot(name, 0);
                while (NAMES[slot] != null) {
                    slot = slot + 1 & SLOTS - 1;
                }
                NAMES[slot] = name;
                ROLES[slot] = role;
            }
        }
    }

    private final String[] names;

    FieldRole(String... names) {
        this.names = names;
    }

    /** Roles that a field keeps wherever it is nested: {@code mdc.runId}, {@code http.duration_ms}. */
    private static final Set<FieldRole> NESTED =
            EnumSet.of(CORRELATION, SCENARIO, RUN, NODE, USER, METHOD, PATH, STATUS, DURATION_MS, DURATION_S);

    /** The role of a field, whatever its spelling: {@code log.level}, {@code @timestamp}, {@code requestId}; null for none. */
    static @Nullable FieldRole of(String field) {
        FieldRole whole = named(field, 0);
        int dot = field.lastIndexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        FieldRole last = named(field, dot + 1);
        return last != null && NESTED.contains(last) ? last : null;
    }

    /** The role of a word before an id, which may be a plural: {@code /runs/<uuid>}. */
    static @Nullable FieldRole ofWord(String word) {
        FieldRole role = of(word);
        return role == null && word.endsWith("s") ? of(word.substring(0, word.length() - 1)) : role;
    }

    /** The role with the name that begins here, its case and whatever is no letter or digit aside. */
    private static @Nullable FieldRole named(String field, int from) {
        int slot = slot(field, from);
        while (NAMES[slot] != null) {
            if (isName(field, from, NAMES[slot])) {
                return ROLES[slot];
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return null;
    }

    private static int slot(String field, int from) {
        int hash = 0;
        for (int at = from; at < field.length(); at++) {
            int letter = normal(field.charAt(at));
            hash = letter == 0 ? hash : hash * 31 + letter;
        }
        return hash * 0x9e3779b1 >>> 22;
    }

    private static boolean isName(String field, int from, String name) {
        int matched = 0;
        for (int at = from; at < field.length(); at++) {
            int letter = normal(field.charAt(at));
            if (letter == 0) {
                continue;
            }
            if (matched == name.length() || letter != name.charAt(matched)) {
                return false;
            }
            matched++;
        }
        return matched == name.length();
    }

    /** In lower case; 0 for what does not count. */
    private static int normal(char letter) {
        if (letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9') {
            return letter;
        }
        if (letter >= 'A' && letter <= 'Z') {
            return letter + 32;
        }
        return letter < 0x80 || !Character.isLetterOrDigit(letter) ? 0 : letter;
    }
}
