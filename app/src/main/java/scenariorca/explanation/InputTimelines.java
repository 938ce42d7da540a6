package scenariorca.explanation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scenariorca.warehouse.Query;
import scenariorca.warehouse.Snapshot;

/**
 * For each input of which two runs used different versions, these and those between.
 *
 * @param inputs by input
 * @param leftOut inputs left out by a limit
 */
record InputTimelines(List<Story> inputs, int leftOut) {
    /** More versions than two runs of any scenario are apart; beyond, the inputs last by id are left out and counted. */
    private static final int MAX_VERSIONS = 30_000;

    /** Bytes of JSON as the database keeps it, compressed: what is read is some five times as much. */
    private static final long MAX_BYTES = 24L << 20;

    /**
     * The versions of one input.
     *
     * @param before the version the baseline used; null when it used none
     * @param later the versions after it up to the one the run used, by sequence; empty when the run used none
     */
    record Story(@Nullable InputVersion before, List<InputVersion> later) {
        Story {
            later = List.copyOf(later);
        }

        /** The version the run used; empty when it used none. */
        Optional<InputVersion> used() {
            return later.stream()
                    .filter(InputVersion::isUsed)
                    .reduce((one, other) -> other)
                    .or(() -> later.stream().reduce((one, other) -> other));
        }

        InputVersion any() {
            return later.isEmpty() ? Objects.requireNonNull(before) : later.getLast();
        }
    }

    /** The two runs: one whose inputs are asked about, and one it is compared with. */
    record Pair(
            java.util.UUID runId,
            int scenarioKey,
            Instant startedAt,
            java.util.@Nullable UUID baselineId,
            int baselineScenarioKey,
            @Nullable Instant baselineStartedAt,
            boolean isOwnBaseline) {
        static Pair of(DiagnosedRun subject, BaselineRun counterpart) {
            return new Pair(
                    subject.runId(),
                    subject.scenarioKey(),
                    subject.startedAt(),
                    counterpart.runId(),
                    counterpart.scenarioKey(),
                    counterpart.startedAt(),
                    counterpart.isOwn());
        }
    }

    static InputTimelines read(Snapshot snapshot, Pair pair) {
        Query nodes = snapshot.query("report/explanation/input_versions.sql")
                .with("run_id", pair.runId())
                .with("baseline_id", pair.baselineId())
                .with("baseline_scenario_key", pair.baselineScenarioKey())
                .with("byte_limit", MAX_BYTES);
        Query events = snapshot.query("report/explanation/event_versions.sql");
        List<InputVersion> versions = Stream.of(nodes, events)
                .flatMap(query -> query
                        .with("scenario_key", pair.scenarioKey())
                        .with("started_at", pair.startedAt())
                        .with("baseline_started_at", pair.baselineStartedAt())
                        .with("is_own_baseline", pair.isOwnBaseline())
                        .with("row_limit", MAX_VERSIONS)
                        .list(InputVersion::of)
                        .stream())
                .toList();
        return grouped(versions);
    }

    private static InputTimelines grouped(List<InputVersion> versions) {
        Map<String, List<InputVersion>> byInput = new LinkedHashMap<>();
        versions.forEach(version -> byInput.computeIfAbsent(version.inputId(), any -> new ArrayList<>())
                .add(version));
        if (versions.size() >= MAX_VERSIONS) {
            byInput.remove(versions.getLast().inputId()); // cut in the middle
        }
        List<Story> stories = new ArrayList<>();
        int leftOut = versions.size() >= MAX_VERSIONS ? 1 : 0;
        for (List<InputVersion> group : byInput.values()) {
            if (group.stream().anyMatch(InputVersion::isLeftOut)) {
                leftOut++;
                continue;
            }
            InputVersion before =
                    group.stream().filter(InputVersion::isBefore).findFirst().orElse(null);
            stories.add(new Story(
                    before,
                    group.stream().filter(version -> !version.isBefore()).toList()));
        }
        return new InputTimelines(stories, leftOut);
    }
}
