package scenariorca.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.JsonDifference;
import scenariorca.comparison.LeafChange;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.JsonText;
import scenariorca.platform.RcaException;
import scenariorca.report.RunComparison.Change;
import scenariorca.report.RunComparison.ChangedNode;
import scenariorca.report.RunComparison.ComparedRun;
import scenariorca.report.RunDiagnostics.UsedInput;
import scenariorca.warehouse.Snapshot;
import tools.jackson.databind.JsonNode;

/** What changed between the run that worked and the one that failed? */
public final class RunComparisonReport {
    private final Inquiry inquiry;

    RunComparisonReport(Inquiry inquiry) {
        this.inquiry = inquiry;
    }

    /**
     * Which runs are compared. With one left out, the other's counterpart is found; with both, the newest failure decides.
     *
     * @param runA the baseline; null to have it found
     * @param runB the run compared with it; null to have it found
     */
    public record Question(
            UUID scenarioId, @Nullable UUID runA, @Nullable UUID runB) {
        public Question {
            if (runA != null && runA.equals(runB)) {
                throw new RcaException(
                        ErrorCode.INVALID_INPUT, "run_b_id must be another run than run_a_id, not the same");
            }
        }
    }

    public Answer<RunComparison> answer(Question question) {
        return inquiry.ask(snapshot -> {
            ScenarioRef scenario = ScenarioRef.find(snapshot, question.scenarioId());
            return compare(snapshot, scenario, RunPair.choose(snapshot, scenario, question.runA(), question.runB()));
        });
    }

    private static RunComparison compare(Snapshot snapshot, ScenarioRef scenario, RunPair pair) {
        RunFacts baseline = pair.baseline();
        RunFacts candidate = pair.candidate();
        if (baseline == null || candidate == null) {
            return new RunComparison(
                    scenario.id(),
                    pair.choice(),
                    pair.message(),
                    shown(baseline),
                    shown(candidate),
                    null,
                    null,
                    List.of());
        }
        return new RunComparison(
                scenario.id(),
                pair.choice(),
                pair.message(),
                shown(baseline),
                shown(candidate),
                gap(baseline, candidate),
                changesBetween(snapshot, baseline, candidate),
                changedNodes(snapshot, baseline, candidate));
    }

    private static @Nullable ComparedRun shown(@Nullable RunFacts run) {
        return run == null
                ? null
                : new ComparedRun(
                        run.id(),
                        run.status(),
                        run.outcome(),
                        run.startedAt(),
                        run.endedAt(),
                        run.durationSeconds(),
                        run.runBy(),
                        run.failReason(),
                        run.errorCategory(),
                        run.nodeFailures());
    }

    private static BigDecimal gap(RunFacts baseline, RunFacts candidate) {
        return BigDecimal.valueOf(
                Duration.between(baseline.startedAt(), candidate.startedAt()).toMillis(), 3);
    }

    /** Whichever of the two came first. */
    private static long changesBetween(Snapshot snapshot, RunFacts one, RunFacts other) {
        boolean isOrdered = one.startedAt().isBefore(other.startedAt());
        return snapshot.query("report/input_change_count.sql")
                .with("scenario_key", one.scenarioKey())
                .with("after_time", isOrdered ? one.startedAt() : other.startedAt())
                .with("until_time", isOrdered ? other.startedAt() : one.startedAt())
                .one(row -> row.bigNumber("change_count"));
    }

    /** A node's version before and after; null where the run used none. */
    private record Pair(
            @Nullable UsedInput before, @Nullable UsedInput after) {
        boolean isChanged() {
            return before == null || after == null || !before.inputHash().equals(after.inputHash());
        }

        UsedInput either() {
            return after != null ? after : Objects.requireNonNull(before);
        }
    }

    private static List<ChangedNode> changedNodes(Snapshot snapshot, RunFacts baseline, RunFacts candidate) {
        Map<UUID, UsedInput> before = byNode(InputSnapshot.of(snapshot, baseline, false));
        Map<UUID, UsedInput> after = byNode(InputSnapshot.of(snapshot, candidate, false));
        var nodes = new TreeSet<>(before.keySet());
        nodes.addAll(after.keySet());
        List<Pair> changed = nodes.stream()
                .map(node -> new Pair(before.get(node), after.get(node)))
                .filter(Pair::isChanged)
                .sorted(Comparator.comparing((Pair pair) ->
                                Objects.requireNonNullElse(pair.either().nodeName(), ""))
                        .thenComparing(pair -> pair.either().nodeId()))
                .toList();
        Map<UUID, String> inputs = inputs(snapshot, baseline.scenarioKey(), changed);
        return changed.stream().map(pair -> changedNode(pair, inputs)).toList();
    }

    /** Where branches of one run used several versions of a node's input, the newest stands for it. */
    private static Map<UUID, UsedInput> byNode(List<UsedInput> inputs) {
        var byNode = new LinkedHashMap<UUID, UsedInput>();
        for (UsedInput input : inputs) {
            byNode.merge(
                    input.nodeId(), input, (one, other) -> one.changeSequence() > other.changeSequence() ? one : other);
        }
        return byNode;
    }

    private static Map<UUID, String> inputs(Snapshot snapshot, int scenarioKey, List<Pair> pairs) {
        List<String> ids = pairs.stream()
                .flatMap(pair -> Stream.of(pair.before(), pair.after()))
                .filter(Objects::nonNull)
                .map(input -> input.nodeDataId().toString())
                .toList();
        var inputs = new HashMap<UUID, String>();
        if (!ids.isEmpty()) {
            snapshot.query("report/input_versions.sql")
                    .with("scenario_key", scenarioKey)
                    .withAny("node_data_ids", ids)
                    .list(row -> inputs.put(row.uuid("node_data_id"), row.text("input_data")));
        }
        return inputs;
    }

    private static ChangedNode changedNode(Pair pair, Map<UUID, String> inputs) {
        UsedInput before = pair.before();
        UsedInput after = pair.after();
        JsonDifference difference = JsonDifference.betweenTexts(
                before == null ? null : inputs.get(before.nodeDataId()),
                after == null ? null : inputs.get(after.nodeDataId()));
        var changes = new ArrayList<Change>();
        difference.changes().forEach(change -> changes.add(change(change)));
        return new ChangedNode(
                pair.either().nodeId(),
                pair.either().nodeName(),
                after == null ? null : after.changedAt(),
                after == null ? null : after.changedBy(),
                after == null ? null : after.inputHash(),
                before == null ? null : before.inputHash(),
                difference.count(),
                changes);
    }

    private static Change change(LeafChange change) {
        var written = change.toJson();
        return new Change(
                change.path(),
                change.kind().word(),
                text(written.get("before")),
                text(written.get("after")),
                change.delta(),
                change.percent());
    }

    private static @Nullable JsonText text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : new JsonText(node.toString());
    }
}
