package scenariorca.scenario;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Source id of a scenario. Ordered as its text, which is how PostgreSQL orders it. */
public record ScenarioId(UUID value) implements Comparable<ScenarioId> {
    @JsonCreator
    public static ScenarioId of(String text) {
        return new ScenarioId(UUID.fromString(text));
    }

    @Override
    public int compareTo(ScenarioId other) {
        return toString().compareTo(other.toString());
    }

    @JsonValue
    @Override
    public String toString() {
        return value.toString();
    }
}
