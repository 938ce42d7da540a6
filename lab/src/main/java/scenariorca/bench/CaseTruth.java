package scenariorca.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import scenariorca.diagnosis.VerdictClass;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunId;
import tools.jackson.databind.JsonNode;

/**
 * What is known of a failed run: one line of a truth file, whose format docs/simulator.md describes.
 *
 * @param runId the run
 * @param verdictClass what kind of thing made it fail
 * @param kind the kind of failure. Example: {@code shares_above_one}
 * @param causes the planted input changes; none unless the class is input
 * @param tags what makes the case hard
 */
public record CaseTruth(
        RunId runId, VerdictClass verdictClass, String kind, List<PlantedCause> causes, Set<String> tags) {
    public CaseTruth {
        causes = List.copyOf(causes);
        tags = Set.copyOf(tags);
    }

    /** @throws IllegalArgumentException when the line lacks the run's id or class, saying which */
    public static CaseTruth of(JsonNode line) {
        List<PlantedCause> causes = new ArrayList<>();
        for (JsonNode cause : line.path("causes").values()) {
            String node = cause.path("node_id").asString("");
            causes.add(new PlantedCause(
                    node.isEmpty() ? null : NodeId.of(node), cause.path("path").asString("")));
        }
        Set<String> tags = new TreeSet<>();
        line.path("tags").values().forEach(tag -> tags.add(tag.asString("")));
        return new CaseTruth(
                RunId.of(required(line, "run_id")),
                VerdictClass.valueOf(required(line, "class").toUpperCase(Locale.ROOT)),
                line.path("kind").asString(""),
                causes,
                tags);
    }

    private static String required(JsonNode line, String field) {
        String value = line.path(field).asString("");
        if (value.isEmpty()) {
            throw new IllegalArgumentException("a line of the truth file has no " + field
                    + "; it must be one JSON object" + " a line with run_id, class and causes");
        }
        return value;
    }
}
