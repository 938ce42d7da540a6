package scenariorca.alerts;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a message tells. */
public enum AlertKind {
    /** A problem that was not there before. */
    NEW("New"),
    /** A problem that had stopped and is back. */
    REGRESSED("Back again"),
    /** A problem already told of strikes more runs than a threshold. */
    GROWN("Growing"),
    /** What was told of has stopped. */
    RECOVERED("Recovered"),
    /** The data is older than the channel accepts. */
    LOAD_LATE("Load late"),
    /** Log events are complete only to a time longer ago than the channel accepts. */
    LOGS_BEHIND("Logs behind");

    private final String title;

    AlertKind(String title) {
        this.title = title;
    }

    /** As written in settings and stored. Example: {@code load_late}. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How a message of this kind begins. Example: {@code Back again}. */
    public String title() {
        return title;
    }

    @JsonCreator
    static AlertKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no kind of alert " + word));
    }

    static List<String> words() {
        return Arrays.stream(values()).map(AlertKind::word).toList();
    }
}
