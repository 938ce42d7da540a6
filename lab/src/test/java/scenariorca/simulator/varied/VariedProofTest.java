package scenariorca.simulator.varied;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.output.Journal;
import scenariorca.simulator.output.LogBook;
import scenariorca.simulator.output.RowSink;
import scenariorca.simulator.output.TruthFile;
import scenariorca.simulator.varied.engine.Engine;
import scenariorca.simulator.varied.engine.Network;
import scenariorca.simulator.varied.engine.Surroundings;

/** Every failed run of a few platforms, put to the engine again. The number of seeds is the property {@code varied.seeds}. */
final class VariedProofTest {
    private static final Instant END = Instant.parse("2026-11-20T18:00:00Z");

    private static final List<String> refuted = new ArrayList<>();
    private static final Set<String> inputKinds = new TreeSet<>();
    private static final Set<String> otherKinds = new TreeSet<>();
    private static final Set<String> domains = new TreeSet<>();
    private static int cases;

    @BeforeAll
    static void simulate() {
        for (long seed = 1; seed <= Integer.getInteger("varied.seeds", 2); seed++) {
            var order = new VariedStage.Order(seed, 1, END, Choices.NONE);
            try (var logs = new LogBook(null);
                    var truth = new TruthFile(null)) {
                new VariedStage(order, new Journal(RowSink.nowhere(), END), logs, truth, VariedProofTest::judge).fill();
            }
        }
    }

    private static void judge(Plan plan, Surroundings world, Cause cause) {
        cases++;
        boolean isInput = cause.truthClass().equals("input");
        (isInput ? inputKinds : otherKinds).add(cause.kind());
        domains.add(plan.model.domain().word() + (isInput ? " input" : " other"));
        boolean holds = isInput ? holdsInput(plan, world) : holdsOther(plan, world, cause);
        if (!holds) {
            refuted.add(plan.name + " " + cause);
        }
    }

    private static boolean holdsInput(Plan plan, Surroundings world) {
        Network network = plan.model.revision().network();
        boolean heals = passes(plan, network, plan.healed(), world);
        Plan.Good good = plan.good;
        boolean failsAlone = good != null && !passes(plan, network, retyped(plan, good.inputs()), Surroundings.CALM);
        boolean needsEach = plan.mistakes.stream()
                .allMatch(mistake -> passes(plan, network, mistake.takenBack(plan.inputs()), world));
        return heals && failsAlone && needsEach;
    }

    private static List<Input> retyped(Plan plan, List<Input> inputs) {
        List<Input> typed = inputs;
        for (SavedMistake mistake : plan.mistakes) {
            typed = mistake.change().applied(typed);
        }
        return typed;
    }

    private static boolean holdsOther(Plan plan, Surroundings world, Cause cause) {
        Network network = plan.model.revision().network();
        boolean isInnocent = passes(plan, plan.model.sound().network(), plan.inputs(), Surroundings.CALM);
        boolean heals = switch (cause.truthClass()) {
            case "model" -> passes(plan, plan.model.sound().network(), plan.inputs(), world);
            case "upstream" ->
                passes(plan, network, plan.inputs(), new Surroundings(world.fault(), java.util.Map.of()));
            default -> passes(plan, network, plan.inputs(), new Surroundings(null, world.feeds()));
        };
        return isInnocent && heals && !passes(plan, network, plan.inputs(), world);
    }

    private static boolean passes(Plan plan, Network network, List<Input> inputs, Surroundings world) {
        return Engine.run(plan.model.job(network, inputs, world, 1)).isSuccess();
    }

    @Test
    void every_planted_cause_is_the_whole_cause() {
        assertThat(refuted).isEmpty();
        assertThat(cases).isGreaterThan(500);
    }

    @Test
    void every_domain_fails_of_inputs_and_of_other_things() {
        assertThat(domains).hasSize(2 * Choices.DOMAINS.size());
    }

    @Test
    void mistakes_and_faults_of_all_kinds_occur() {
        assertThat(inputKinds).containsAll(Slips.KINDS).contains("pair", "sleeping_value");
        assertThat(otherKinds)
                .contains("bad_formula", "bad_node", "bad_edge", "transient", "killed", "memory", "credential")
                .contains("failover", "throttled", "deadlock", "disk", "release")
                .contains("feed_late", "feed_short", "feed_stale", "feed_missing");
    }
}
