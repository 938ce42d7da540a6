package scenariorca.logs;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
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

    private static final Map<String, FieldRole> BY_NAME = new HashMap<>();

    static {
        for (FieldRole role : values()) {
            for (String name : role.names) {
                BY_NAME.put(name, role);
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
        FieldRole whole = BY_NAME.get(normal(field));
        int dot = field.lastIndexOf('.');
        if (whole != null || dot < 0) {
            return whole;
        }
        FieldRole last = BY_NAME.get(normal(field.substring(dot + 1)));
        return last != null && NESTED.contains(last) ? last : null;
    }

    /** The role of a word before an id, which may be a plural: {@code /runs/<uuid>}. */
    static @Nullable FieldRole ofWord(String word) {
        FieldRole role = of(word);
        return role == null && word.endsWith("s") ? of(word.substring(0, word.length() - 1)) : role;
    }

    private static String normal(String field) {
        var normal = new StringBuilder(field.length());
        for (int at = 0; at < field.length(); at++) {
            char letter = field.charAt(at);
            if (Character.isLetterOrDigit(letter)) {
                normal.append(letter);
            }
        }
        return normal.toString().toLowerCase(Locale.ROOT);
    }
}
