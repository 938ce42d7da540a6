package scenariorca.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.evidence.Cooccurrence;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.ValueStats;
import scenariorca.explanation.InputEvidence.Draft;
import scenariorca.platform.Json;
import scenariorca.scenario.NodeId;
import scenariorca.warehouse.Row;
import scenariorca.warehouse.Snapshot;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Looks up what other runs had at the leaves that differ. Only at inputs that can matter, and not at more than some hundred. */
final class LeafStatistics {
    private static final int MAX_LEAVES = 300;
    /** Elements of one array looked at: changed together, they say the same. */
    private static final int MAX_ELEMENTS = 6;

    private static final int MAX_PEERS = 200;
    private static final int MIN_PEERS = 15;
    /** Input versions of peers read at most. */
    private static final int MAX_PEER_VERSIONS = 1_500;

    private final Snapshot snapshot;
    private final DiagnosedRun subject;

    LeafStatistics(Snapshot snapshot, DiagnosedRun subject) {
        this.snapshot = snapshot;
        this.subject = subject;
    }

    /** A kind of change: to a node's input, at a path, in a direction. */
    private record Kind(int nodeKey, String input, InputChange.Direction direction) {}

    /**
     * The changes, completed.
     *
     * @param relevant nodes that can have to do with the failure; empty when nobody knows
     */
    List<InputChange> complete(List<Draft> drafts, Set<NodeId> relevant) {
        List<Draft> chosen = choose(drafts, relevant);
        if (chosen.isEmpty()) {
            return drafts.stream().map(Draft::change).toList();
        }
        Map<Draft, Statistics> found = statistics(chosen);
        Map<Kind, Cooccurrence> elsewhere = elsewhere(chosen);
        Map<Place, Integer> inert = inert(chosen);
        return drafts.stream()
                .map(draft -> {
                    Kind kind = kind(draft);
                    Place place = place(draft);
                    return completed(
                            draft,
                            found.getOrDefault(draft, Statistics.NONE),
                            kind == null ? Cooccurrence.NONE : elsewhere.getOrDefault(kind, Cooccurrence.NONE),
                            place == null ? 0 : inert.getOrDefault(place, 0));
                })
                .toList();
    }

    /** An input of a node. */
    private record Place(int nodeKey, String input) {}

    private static @Nullable Place place(Draft draft) {
        Integer nodeKey = draft.nodeKey();
        return nodeKey == null ? null : new Place(nodeKey, draft.change().input());
    }

    private Map<Place, Integer> inert(List<Draft> drafts) {
        List<Place> places = drafts.stream()
                .map(LeafStatistics::place)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        ArrayNode kinds = JsonNodeFactory.instance.arrayNode();
        for (int number = 0; number < places.size(); number++) {
            Place place = places.get(number);
            kinds.addObject().put("n", number).put("node_key", place.nodeKey()).put("input", place.input());
        }
        Map<Place, Integer> found = new HashMap<>();
        snapshot.query("report/explanation/inert.sql")
                .with("kinds", Json.write(kinds))
                .with("run_id", subject.runId())
                .with("started_at", subject.startedAt())
                .list(row -> found.put(places.get(row.number("n")), Counts.of(row, "still")));
        return found;
    }

    /** What people typed before what was there from the start, the newest first. */
    private static List<Draft> choose(List<Draft> drafts, Set<NodeId> relevant) {
        Map<String, Integer> taken = new HashMap<>();
        return drafts.stream()
                .filter(draft -> draft.nodeKey() != null)
                .filter(draft ->
                        relevant.isEmpty() || relevant.contains(draft.change().nodeId()))
                .sorted(Comparator.comparing(
                                (Draft draft) -> draft.change().set().isInitial())
                        .thenComparing(draft -> draft.change().set().changedAt(), Comparator.reverseOrder())
                        .thenComparing(draft -> draft.change().nodeId())
                        .thenComparing(draft -> draft.change().leaf().path()))
                .filter(draft ->
                        taken.merge(draft.nodeKey() + "|" + draft.change().input(), 1, Integer::sum) <= MAX_ELEMENTS)
                .limit(MAX_LEAVES)
                .toList();
    }

    private record Statistics(ValueStats history, ValueStats peers, int passedHere, InputChange.Recovery recovery) {
        static final Statistics NONE =
                new Statistics(ValueStats.NONE, ValueStats.NONE, 0, InputChange.Recovery.NOT_YET);
    }

    private record Numbered(int number, Statistics statistics) {}

    private Map<Draft, Statistics> statistics(List<Draft> drafts) {
        ArrayNode leaves = JsonNodeFactory.instance.arrayNode();
        long nodes = drafts.stream().map(Draft::nodeKey).distinct().count();
        for (int number = 0; number < drafts.size(); number++) {
            Draft draft = drafts.get(number);
            Optional<String> path = JsonPaths.of(draft.change().leaf().path());
            if (path.isPresent()) {
                ObjectNode leaf = leaves.addObject();
                leaf.put("n", number);
                leaf.put("node_key", draft.nodeKey());
                leaf.put("until_sequence", draft.untilSequence());
                leaf.put("path", path.get());
                leaf.set("after", draft.change().leaf().after());
            }
        }
        int peers = (int) Math.clamp(MAX_PEER_VERSIONS / Math.max(1, nodes), MIN_PEERS, MAX_PEERS);
        Map<Draft, Statistics> found = new HashMap<>();
        snapshot.query("report/explanation/leaf_statistics.sql")
                .with("leaves", Json.write(leaves))
                .with("scenario_key", subject.scenarioKey())
                .with("model_key", subject.modelKey())
                .with("run_id", subject.runId())
                .with("started_at", subject.startedAt())
                .with("peer_limit", peers)
                .list(LeafStatistics::numbered)
                .forEach(one -> found.put(drafts.get(one.number()), one.statistics()));
        return found;
    }

    private static Numbered numbered(Row row) {
        return new Numbered(
                row.number("n"),
                new Statistics(
                        stats(row, "history"),
                        stats(row, "peers"),
                        Counts.of(row, "passed_here"),
                        InputChange.Recovery.valueOf(row.text("recovery"))));
    }

    private static ValueStats stats(Row row, String kind) {
        return new ValueStats(
                Counts.of(row, kind + "_count"),
                Counts.of(row, kind + "_same"),
                Counts.of(row, kind + "_numbers"),
                Counts.real(row, kind + "_median"),
                Counts.real(row, kind + "_mad"),
                Counts.real(row, kind + "_min"),
                Counts.real(row, kind + "_max"));
    }

    private Map<Kind, Cooccurrence> elsewhere(List<Draft> drafts) {
        Map<Kind, Integer> numbers = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            Kind kind = kind(draft);
            if (kind != null) {
                numbers.putIfAbsent(kind, numbers.size());
            }
        }
        ArrayNode kinds = JsonNodeFactory.instance.arrayNode();
        numbers.forEach((kind, number) -> kinds.addObject()
                .put("n", number)
                .put("node_key", kind.nodeKey())
                .put("input", kind.input())
                .put("direction", kind.direction().word()));
        List<Kind> byNumber = new ArrayList<>(numbers.keySet());
        Map<Kind, Cooccurrence> found = new HashMap<>();
        snapshot.query("report/explanation/cooccurrence.sql")
                .with("kinds", Json.write(kinds))
                .with("model_key", subject.modelKey())
                .with("lineage_id", subject.lineageId())
                .with("error_pattern_key", subject.patternKey())
                .with("started_at", subject.startedAt())
                .list(row -> found.put(
                        byNumber.get(row.number("n")),
                        new Cooccurrence(
                                Counts.of(row, "failed_with"),
                                Counts.of(row, "passed_with"),
                                Counts.of(row, "failed_without"),
                                Counts.of(row, "passed_without"))));
        return found;
    }

    private static @Nullable Kind kind(Draft draft) {
        Integer nodeKey = draft.nodeKey();
        return nodeKey == null
                ? null
                : new Kind(nodeKey, draft.change().input(), draft.change().direction());
    }

    private static InputChange completed(Draft draft, Statistics seen, Cooccurrence elsewhere, int inert) {
        return draft.change()
                .with(new InputChange.Seen(
                        seen.history(), seen.peers(), seen.passedHere(), seen.recovery(), elsewhere, inert));
    }
}
