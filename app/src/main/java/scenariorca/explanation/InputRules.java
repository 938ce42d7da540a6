package scenariorca.explanation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.DocumentRules;
import scenariorca.comparison.DocumentRules.Rule;
import scenariorca.diagnosis.evidence.BrokenRule;
import scenariorca.scenario.NodeId;
import scenariorca.warehouse.Snapshot;
import tools.jackson.databind.JsonNode;

/**
 * Which rules an input breaks that it kept in the baseline run, and that other versions of the same input keep: of each node the
 * newest versions of other scenarios and, up to the baseline run, its own: a bounded sample.
 */
final class InputRules {
    private static final int MAX_NODES = 16;
    private static final int MAX_VERSIONS = 40;
    private static final int MAX_BROKEN = 60;
    private static final int ENOUGH = 4;
    private static final double MOSTLY = 0.9;

    private InputRules() {}

    /** What an input was and is. */
    record Pair(int nodeKey, NodeId nodeId, @Nullable JsonNode before, JsonNode after) {}

    private record Sample(int nodeKey, Map<Rule, Boolean> rules) {}

    /** @param pairs inputs of nodes that can have to do with the failure */
    static List<BrokenRule> read(Snapshot snapshot, DiagnosedRun subject, BaselineRun counterpart, List<Pair> pairs) {
        Map<Pair, List<Rule>> broken = new HashMap<>();
        pairs.stream()
                .sorted(Comparator.comparing(Pair::nodeId))
                .limit(MAX_NODES)
                .forEach(pair -> {
                    List<Rule> rules = broken(pair);
                    if (!rules.isEmpty()) {
                        broken.put(pair, rules);
                    }
                });
        if (broken.isEmpty()) {
            return List.of();
        }
        List<Sample> samples = snapshot.query("report/explanation/rule_samples.sql")
                .withAny(
                        "node_keys",
                        broken.keySet().stream()
                                .map(pair -> String.valueOf(pair.nodeKey()))
                                .toList())
                .with("scenario_key", subject.scenarioKey())
                .with("started_at", subject.startedAt())
                .with("own_until", counterpart.isOwn() ? counterpart.startedAt() : null)
                .with("version_limit", MAX_VERSIONS)
                .list(row ->
                        new Sample(row.number("node_key"), DocumentRules.of(OpaqueJson.read(row.text("input_data")))));
        List<BrokenRule> found = new ArrayList<>();
        broken.forEach((pair, rules) -> rules.forEach(rule -> {
            BrokenRule one = counted(pair, rule, samples);
            if (one != null) {
                found.add(one);
            }
        }));
        return found.stream()
                .sorted(Comparator.comparingInt((BrokenRule rule) -> -rule.held())
                        .thenComparing(BrokenRule::nodeId)
                        .thenComparing(BrokenRule::rule))
                .limit(MAX_BROKEN)
                .toList();
    }

    /** Rules that held before and do not now. */
    private static List<Rule> broken(Pair pair) {
        Map<Rule, Boolean> after = DocumentRules.of(pair.after());
        if (pair.before() == null) {
            return after.entrySet().stream()
                    .filter(entry -> !entry.getValue())
                    .map(Map.Entry::getKey)
                    .toList();
        }
        List<Rule> broken = new ArrayList<>();
        DocumentRules.of(pair.before()).forEach((rule, held) -> {
            boolean holds = after.getOrDefault(rule, rule.kind() != DocumentRules.Kind.PRESENT);
            if (held && !holds) {
                broken.add(rule);
            }
        });
        return broken;
    }

    private static @Nullable BrokenRule counted(Pair pair, Rule rule, List<Sample> samples) {
        int seen = 0;
        int held = 0;
        for (Sample sample : samples) {
            Boolean holds = sample.nodeKey() == pair.nodeKey() ? sample.rules().get(rule) : null;
            boolean counts =
                    sample.nodeKey() == pair.nodeKey() && (holds != null || rule.kind() == DocumentRules.Kind.PRESENT);
            seen += counts ? 1 : 0;
            held += counts && Boolean.TRUE.equals(holds) ? 1 : 0;
        }
        if (seen < ENOUGH || held < MOSTLY * seen) {
            return null;
        }
        return new BrokenRule(
                pair.nodeId(),
                rule.kind() + " " + rule.left() + " " + rule.right(),
                rule.right().isEmpty() ? List.of(rule.left()) : List.of(rule.left(), rule.right()),
                text(rule),
                held,
                seen);
    }

    private static String text(Rule rule) {
        return switch (rule.kind()) {
            case PRESENT -> rule.left() + " is missing, which other versions have";
            case NOT_AFTER -> rule.left() + " is above " + rule.right() + ", which it is not in other versions";
            case SAME_LENGTH ->
                rule.left() + " and " + rule.right() + " are no longer of one length, as in other versions";
            case SORTED -> rule.left() + " is not in order, as it is in other versions";
            case UNIQUE -> rule.left() + " holds a value twice, which it does not in other versions";
            case WHOLE -> "the parts of " + rule.left() + " do not add up, as they do in other versions";
        };
    }
}
