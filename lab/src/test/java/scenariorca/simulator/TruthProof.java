package scenariorca.simulator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.Json;
import scenariorca.simulator.engine.ForecastEngine;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.engine.StandardJob;
import scenariorca.simulator.output.Journal;
import scenariorca.simulator.output.LogBook;
import scenariorca.simulator.output.RowSink;
import scenariorca.simulator.output.TruthFile;
import tools.jackson.databind.JsonNode;

/**
 * Proves lines of the truth file on the engine: with the causes put back a run succeeds, with everything else put back
 * but the causes it fails. It reads what is written, not what the simulator had in mind.
 */
final class TruthProof {
    private static final List<Profile> PROFILES =
            List.of(Profile.HEAVY_EDITOR, Profile.INCIDENT, Profile.FLAKY_RUNS, Profile.STANDARD);
    private static final int MOST_SEEDS = 400;

    private final int wanted;
    private final Map<String, Integer> proven = new TreeMap<>();
    private final List<String> refuted = new ArrayList<>();

    private TruthProof(int wanted) {
        this.wanted = wanted;
    }

    /** Simulates until there are so many failures of each kind, and proves each. */
    static TruthProof of(int wanted) {
        var proof = new TruthProof(wanted);
        for (long seed = 1; seed <= MOST_SEEDS && !proof.isComplete(); seed++) {
            for (Profile profile : PROFILES) {
                simulate(profile, seed, 1, proof::prove);
            }
        }
        return proof;
    }

    Map<String, Integer> proven() {
        return proven;
    }

    List<String> refuted() {
        return refuted;
    }

    private boolean isComplete() {
        return proven.size() == KINDS.size() && proven.values().stream().allMatch(count -> count >= wanted);
    }

    static final List<String> KINDS = kinds();

    private static List<String> kinds() {
        var kinds = new ArrayList<String>();
        for (MistakeKind kind : MistakeKind.values()) {
            kinds.add(kind.word());
        }
        kinds.addAll(List.of(
                "credential_expired",
                "dependency_unavailable",
                "model_cycle",
                "late_upstream_data",
                "deadlock",
                "bad_release",
                "concurrent_change",
                "out_of_memory"));
        return List.copyOf(kinds);
    }

    /** Whether the proof is content when the cause is said to be a note in another node. */
    static boolean holdsWithAnotherCause() {
        var verdicts = new ArrayList<Boolean>();
        simulate(Profile.HEAVY_EDITOR, 1, 0.2, failed -> {
            JsonNode line = Json.read(failed.truth());
            if (line.get("class").asString().equals("input")) {
                String cause = line.get("causes").get(0).get("node_id").asString();
                String other = failed.job().graph().nodes().stream()
                        .map(node -> node.id().toString())
                        .filter(id -> !id.equals(cause))
                        .findFirst()
                        .orElseThrow();
                String path = line.get("causes").get(0).get("path").asString();
                String blamed = failed.truth().replace(cause, other).replace("\"" + path + "\"", "\"/note\"");
                verdicts.add(proveInput(failed, Json.read(blamed)));
            }
        });
        return verdicts.isEmpty() || verdicts.contains(true);
    }

    private static void simulate(Profile profile, long seed, double scale, CaseObserver observer) {
        Instant end = Instant.parse("2026-11-20T15:00:00Z");
        var journal = new Journal(RowSink.nowhere(), end);
        try (var logs = new LogBook(null);
                var truth = new TruthFile(null)) {
            new Stage(new SimulationRequest(profile, seed, scale, end), journal, logs, truth, observer).fill();
        }
    }

    private void prove(CaseObserver.FailedCase failed) {
        JsonNode line = Json.read(failed.truth());
        String kind = line.get("kind").asString();
        if (proven.getOrDefault(kind, 0) >= wanted) {
            return;
        }
        boolean holds = line.get("class").asString().equals("input") ? proveInput(failed, line) : proveOther(failed);
        if (holds) {
            proven.merge(kind, 1, Integer::sum);
        } else {
            refuted.add(failed.truth());
        }
    }

    private static boolean proveInput(CaseObserver.FailedCase failed, JsonNode line) {
        StandardJob job = failed.job();
        List<JsonNode> causes = line.get("causes").valueStream().toList();
        boolean heals = succeeds(job, typed(job, job.inputs(), causes, "before"));
        boolean fails = !succeeds(job, typed(job, failed.baseline(), causes, "after"));
        boolean isBaselineSound = succeeds(job, failed.baseline());
        boolean needsEach = causes.size() == 1
                || causes.stream().allMatch(cause -> succeeds(job, typed(job, job.inputs(), List.of(cause), "before")));
        return heals && fails && isBaselineSound && needsEach && !causes.isEmpty();
    }

    private static boolean proveOther(CaseObserver.FailedCase failed) {
        StandardJob job = failed.job();
        Platform.Situation faultless = failed.faultless();
        var healed = new StandardJob(faultless.graph(), job.inputs(), job.events(), faultless.conditions());
        return ForecastEngine.succeeds(healed) && !succeeds(job, failed.baseline());
    }

    private static boolean succeeds(StandardJob job, List<Input> inputs) {
        return ForecastEngine.succeeds(new StandardJob(job.graph(), inputs, job.events(), job.conditions()));
    }

    /** Inputs in which each cause has its value before, or after. */
    private static List<Input> typed(StandardJob job, List<Input> inputs, List<JsonNode> causes, String which) {
        var typed = new ArrayList<>(inputs);
        for (JsonNode cause : causes) {
            String id = cause.get("node_id").asString();
            int node = job.graph().nodes().stream()
                    .filter(other -> other.id().toString().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .index();
            String path = cause.get("path").asString();
            Input input = typed.get(node);
            typed.set(node, cause.has(which) ? input.with(path, value(cause.get(which))) : input.without(path));
        }
        return typed;
    }

    private static @Nullable Object value(JsonNode node) {
        if (node.isNumber()) {
            return new BigDecimal(node.toString());
        }
        if (node.isObject()) {
            var map = new LinkedHashMap<String, @Nullable Object>();
            node.propertyStream().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
            return map;
        }
        return node.isNull() ? null : node.asString();
    }
}
