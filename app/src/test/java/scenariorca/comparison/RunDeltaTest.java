package scenariorca.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import scenariorca.CpuTime;
import scenariorca.comparison.InputHistory.Version;
import scenariorca.comparison.InputVersions.Hashes;
import scenariorca.comparison.RunDelta.LeftOut;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunId;
import scenariorca.scenario.RunOutcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

final class RunDeltaTest {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Instant START = Instant.parse("2026-11-20T09:00:00Z");

    @Test
    void each_changed_leaf_has_who_set_it_even_when_somebody_else_wrote_last() {
        Version before = version(1, "{\"share\":0.1,\"price\":10,\"note\":\"a\"}", "ann", 0);
        Version alice = version(2, "{\"share\":0.9,\"price\":10,\"note\":\"b\"}", "alice", 30);
        Version bob = version(3, "{\"share\":0.9,\"price\":12,\"note\":\"a\"}", "bob", 40);
        var versions = new InputVersions(node(4), "Treatment Share", "", Hashes.NONE, before, bob, List.of(alice));

        RunDelta comparison = RunDelta.of(
                side(1, RunOutcome.SUCCESS, 10, List.of(), List.of()),
                side(2, RunOutcome.FAILED, 60, List.of(), List.of()),
                List.of(versions),
                LeftOut.NOTHING);

        RunDelta.InputDelta delta = comparison.inputs().getFirst();
        assertThat(delta.changes())
                .extracting(leaf -> leaf.change().path() + " by " + leaf.changedBy())
                .containsExactly("price by bob", "share by alice");
    }

    @Test
    void the_change_of_a_leaf_that_was_set_twice_belongs_to_the_last_and_differs_since_the_first() {
        JsonNode before = read("{\"share\":0.1}");
        Version first = version(2, "{\"share\":0.9}", "alice", 30);
        Version second = version(3, "{\"share\":0.95}", "bob", 40);

        List<InputHistory.Attributed> changes = InputHistory.changes(before, List.of(second, first));

        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().setBy().changedBy()).isEqualTo("bob");
        assertThat(changes.getFirst().differsSince()).isEqualTo(first.changedAt());
        assertThat(InputHistory.changes(before, List.of())).isEmpty();
    }

    @Test
    void nodes_that_end_otherwise_come_first_then_those_that_became_slower() {
        List<RunSide.Calc> before = List.of(
                calc(1, RunOutcome.SUCCESS, 1_000L),
                calc(2, RunOutcome.SUCCESS, 1_000L),
                calc(3, RunOutcome.SUCCESS, 900L),
                calc(4, RunOutcome.SUCCESS, null));
        List<RunSide.Calc> after = List.of(
                calc(1, RunOutcome.SUCCESS, 3_500L),
                calc(2, RunOutcome.FAILED, 10L),
                calc(3, RunOutcome.SUCCESS, 1_000L),
                calc(4, RunOutcome.SUCCESS, 5L),
                calc(5, RunOutcome.SUCCESS, 5L));

        List<NodeDelta> deltas = NodeDelta.between(before, after);

        assertThat(deltas).extracting(NodeDelta::nodeName).containsExactly("Node 2", "Node 5", "Node 1");
        assertThat(deltas.getLast().deltaMs()).isEqualTo(2_500);
        assertThat(deltas.getLast().percent()).isEqualTo(250.0);
    }

    @Test
    void patterns_are_new_gone_or_more_often_for_the_same_node() {
        List<RunSide.Pattern> before =
                List.of(pattern("a", 1, 5), pattern("b", 1, 5), pattern("c", 1, 5), pattern("d", 2, 9));
        List<RunSide.Pattern> after =
                List.of(pattern("b", 1, 6), pattern("c", 1, 20), pattern("d", 1, 9), pattern("e", 1, 1));

        assertThat(PatternDelta.between(before, after))
                .extracting(delta -> delta.kind() + " " + delta.fingerprint())
                .containsExactly("NEW d", "NEW e", "GONE d", "GONE a", "MORE_OFTEN c");
    }

    @Test
    void a_run_does_not_differ_from_itself_and_the_way_back_mirrors_the_way_there() {
        for (long seed = 0; seed < 1_000; seed++) {
            var random = new Random(seed);
            RunSide one = randomSide(random, 1);
            RunSide other = randomSide(random, 2);
            List<InputVersions> inputs = randomInputs(random);
            List<InputVersions> turned = inputs.stream()
                    .map(v -> new InputVersions(
                            v.nodeId(), v.nodeName(), v.owner(), Hashes.NONE, v.after(), v.before(), v.between()))
                    .toList();

            RunDelta there = RunDelta.of(one, other, inputs, LeftOut.NOTHING);
            RunDelta back = RunDelta.of(other, one, turned, LeftOut.NOTHING);

            RunDelta self = RunDelta.of(one, one, List.of(), LeftOut.NOTHING);
            assertThat(self.nodes()).isEmpty();
            assertThat(self.patterns()).isEmpty();
            assertThat(leaves(there, false)).as("seed %d", seed).isEqualTo(leaves(back, true));
            assertThat(there.nodes().stream()
                            .map(n -> n.nodeId() + " " + n.outcomeBefore() + n.outcomeAfter() + n.deltaMs())
                            .sorted())
                    .as("seed %d", seed)
                    .containsExactlyElementsOf(back.nodes().stream()
                            .map(n -> n.nodeId() + " " + n.outcomeAfter() + n.outcomeBefore()
                                    + (n.deltaMs() == null ? null : -n.deltaMs()))
                            .sorted()
                            .toList());
            assertThat(there.patterns().stream()
                            .map(p -> p.fingerprint() + p.countBefore() + ">" + p.countAfter())
                            .sorted())
                    .containsExactlyElementsOf(back.patterns().stream()
                            .map(p -> p.fingerprint() + p.countAfter() + ">" + p.countBefore())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void ten_thousand_changed_inputs_are_compared_in_bounded_time_and_counted() {
        List<InputVersions> inputs = new ArrayList<>();
        for (int index = 0; index < 10_000; index++) {
            inputs.add(new InputVersions(
                    node(index),
                    "Node " + index,
                    "",
                    Hashes.NONE,
                    version(index, "{\"a\":1,\"b\":2}", "ann", 0),
                    version(index, "{\"a\":2,\"b\":3}", "bob", 9),
                    List.of()));
        }

        Duration spent = CpuTime.of(() -> compared(inputs));
        RunDelta comparison = compared(inputs);

        assertThat(spent).isLessThan(Duration.ofSeconds(5));
        assertThat(comparison.inputs().stream()
                        .mapToInt(RunDelta.InputDelta::changeCount)
                        .sum())
                .isEqualTo(20_000);
        assertThat(comparison.inputs().stream()
                        .mapToInt(input -> input.changes().size())
                        .sum())
                .isEqualTo(5_000);
        assertThat(comparison.inputs().stream()
                        .mapToInt(RunDelta.InputDelta::truncated)
                        .sum())
                .isEqualTo(15_000);
    }

    private static RunDelta compared(List<InputVersions> inputs) {
        return RunDelta.of(
                side(1, RunOutcome.SUCCESS, 10, List.of(), List.of()),
                side(2, RunOutcome.FAILED, 60, List.of(), List.of()),
                inputs,
                LeftOut.NOTHING);
    }

    private static List<String> leaves(RunDelta comparison, boolean isTurned) {
        return comparison.inputs().stream()
                .flatMap(input -> input.changes().stream().map(leaf -> {
                    LeafChange change = leaf.change();
                    ChangeKind kind = isTurned ? change.kind().mirrored() : change.kind();
                    String values =
                            isTurned ? change.after() + ">" + change.before() : change.before() + ">" + change.after();
                    return input.versions().nodeName()
                            + change.path()
                            + kind
                            + values
                            + leaf.changedBy()
                            + leaf.changedAt();
                }))
                .toList();
    }

    private static RunSide randomSide(Random random, int number) {
        List<RunSide.Calc> calcs = new ArrayList<>();
        List<RunSide.Pattern> patterns = new ArrayList<>();
        for (int index = 0; index < 6; index++) {
            if (random.nextBoolean()) {
                RunOutcome outcome = random.nextInt(4) == 0 ? RunOutcome.FAILED : RunOutcome.SUCCESS;
                calcs.add(calc(index, outcome, random.nextInt(5) == 0 ? null : (long) random.nextInt(4_000)));
            }
            if (random.nextBoolean()) {
                patterns.add(pattern("p" + index, 1, 1 + random.nextInt(20)));
            }
        }
        return side(number, RunOutcome.values()[random.nextInt(5)], random.nextInt(600), calcs, patterns);
    }

    private static List<InputVersions> randomInputs(Random random) {
        List<InputVersions> inputs = new ArrayList<>();
        for (int index = 0; index < 3; index++) {
            var json = new RandomJson(random.nextLong());
            ObjectNode first = json.object(3);
            JsonNode middle = json.edited(first, 3);
            JsonNode last = json.edited(middle, 3);
            Version before = random.nextInt(5) == 0 ? null : version(index * 3 + 1, first.toString(), "ann", 1);
            Version after = random.nextInt(5) == 0 ? null : version(index * 3 + 2, last.toString(), "bob", 3);
            Version between = version(index * 3 + 3, middle.toString(), "eve", 2);
            inputs.add(
                    new InputVersions(node(index), "Node " + index, "", Hashes.NONE, before, after, List.of(between)));
        }
        return inputs;
    }

    private static RunSide side(
            int number, RunOutcome outcome, int minute, List<RunSide.Calc> calcs, List<RunSide.Pattern> patterns) {
        var run = new RunSide.Run(
                new RunId(new UUID(9, number)),
                outcome,
                START.plusSeconds(60L * minute),
                BigDecimal.valueOf(40 + number),
                (int) calcs.stream().filter(calc -> calc.outcome().isFailure()).count());
        return new RunSide(run, calcs, patterns);
    }

    private static RunSide.Calc calc(int node, RunOutcome outcome, @Nullable Long ms) {
        return new RunSide.Calc(node(node), "Node " + node, "main", outcome, ms);
    }

    private static RunSide.Pattern pattern(String fingerprint, int node, int count) {
        return new RunSide.Pattern(fingerprint, "pattern " + fingerprint, "ERROR", node(node), "Node " + node, count);
    }

    private static Version version(int number, String json, String by, int minute) {
        return new Version(new UUID(3, number), read(json), false, true, by, START.plusSeconds(60L * minute));
    }

    private static JsonNode read(String json) {
        return Objects.requireNonNull(JSON.readTree(json));
    }

    private static NodeId node(int number) {
        return new NodeId(new UUID(0, number));
    }
}
