package scenariorca.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunId;
import tools.jackson.databind.JsonNode;

/**
 * What is known of a failed run: one line of a truth file, whose format docs/simulator.md describes.
 *
 * @param runId the run
 * @param truthClass what kind of thing made it fail. Example: {@code upstream}
 * @param kind the kind of failure. Example: {@code shares_above_one}
 * @param causes the planted input changes; none unless the class is input
 * @param tags what makes the case hard
 * @param setting what the platform of the run is like
 * @param origin what it has in common with other runs that failed of the same thing; null when the line does not say
 */
public record CaseTruth(
        RunId runId,
        String truthClass,
        String kind,
        List<PlantedCause> causes,
        Set<String> tags,
        Setting setting,
        @Nullable Origin origin) {
    private static final Set<String> CLASSES = Set.of("input", "model", "platform", "upstream", "fluke");

    /**
     * What a varied platform's truth says of it; empty texts elsewhere.
     *
     * @param domain Example: insurance
     * @param voice Example: german
     * @param strictness Example: end
     * @param hops nodes from the cause to the failure; null without an input cause
     */
    public record Setting(
            String domain,
            String voice,
            String strictness,
            @Nullable Integer hops) {}

    /**
     * The thing that made the run fail, as it happened: a mistake, a publication, a fault of the platform.
     *
     * @param id the same for all runs that failed of it
     * @param place model and node at which the run failed first; empty when the truth names none
     * @param at when the run was started
     * @param from when it began
     * @param until when it was mended; null when nobody knew in advance
     * @param isRelease whether it came with a release or the publication of a model
     */
    public record Origin(
            String id,
            String modelId,
            String place,
            Instant at,
            Instant from,
            @Nullable Instant until,
            boolean isRelease) {
        private static Origin of(JsonNode line) {
            JsonNode origin = line.path("origin");
            String until = origin.path("until").asString("");
            return new Origin(
                    required(origin, "id"),
                    line.path("model_id").asString(""),
                    line.path("first_failing_node_id").asString(""),
                    Instant.parse(required(line, "run_at")),
                    Instant.parse(required(origin, "from")),
                    until.isEmpty() ? null : Instant.parse(until),
                    origin.path("is_release").asBoolean(false));
        }
    }

    public CaseTruth {
        causes = List.copyOf(causes);
        tags = Set.copyOf(tags);
    }

    /** @throws IllegalArgumentException when the line lacks the run's id or a known class, saying which */
    public static CaseTruth of(JsonNode line) {
        List<PlantedCause> causes = new ArrayList<>();
        for (JsonNode cause : line.path("causes").values()) {
            String node = cause.path("node_id").asString("");
            List<String> pointers = new ArrayList<>(List.of(cause.path("path").asString("")));
            cause.path("also").values().forEach(other -> pointers.add(other.asString("")));
            causes.add(new PlantedCause(node.isEmpty() ? null : NodeId.of(node), pointers));
        }
        Set<String> tags = new TreeSet<>();
        line.path("tags").values().forEach(tag -> tags.add(tag.asString("")));
        String truthClass = required(line, "class");
        if (!CLASSES.contains(truthClass)) {
            throw new IllegalArgumentException("a line of the truth file has the class " + truthClass
                    + "; it must be one of " + new TreeSet<>(CLASSES));
        }
        return new CaseTruth(
                RunId.of(required(line, "run_id")),
                truthClass,
                line.path("kind").asString(""),
                causes,
                tags,
                new Setting(
                        line.path("domain").asString(""),
                        line.path("voice").asString(""),
                        line.path("strictness").asString(""),
                        line.path("hops").isNumber() ? line.path("hops").asInt() : null),
                line.has("origin") ? Origin.of(line) : null);
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
