package scenariorca.simulator.output;

import java.util.Locale;

/** The platform's log groups. */
public enum PlatformLog {
    API,
    ENGINE,
    WORKER;

    /** Its name in CloudWatch. Example: /forecast/api. */
    public String cloudWatchName() {
        return "/forecast/" + name().toLowerCase(Locale.ROOT);
    }

    /** The file its events are written to. Example: forecast-api.jsonl. */
    public String fileName() {
        return "forecast-" + name().toLowerCase(Locale.ROOT) + ".jsonl";
    }
}
