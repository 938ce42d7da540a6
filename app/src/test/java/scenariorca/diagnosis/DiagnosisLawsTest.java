package scenariorca.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import scenariorca.CpuTime;
import scenariorca.diagnosis.evidence.Cooccurrence;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.PatternSpread;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.platform.Json;
import scenariorca.scenario.ModelNode;
import scenariorca.scenario.NodeEdge;
import scenariorca.scenario.NodeGraph;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunOutcome;

/** What must hold for any evidence. */
final class DiagnosisLawsTest {
    private static final int CASES = 400;
    private static final List<String> KEYS = List.of(
            "market_share", "growth_rate", "peak_share", "price_per_unit", "duration", "unit", "start_year", "rate");
    private static final List<String> ERRORS = List.of(
            "shares sum to 1.35, must be at most 1",
            "/ by zero",
            "KeyError: 'growth_rate'",
            "calculation failed",
            "java.lang.OutOfMemoryError: Java heap space",
            "could not convert 'abc' to number",
            "duration 240 must be between 1 and 120",
            "Treatment Share failed",
            "connection refused by pricing-service",
            "cycle detected",
            "feed is late",
            "");

    @Test
    void the_same_evidence_in_any_order_gives_the_same_bytes() {
        for (long seed = 0; seed < CASES; seed++) {
            RunEvidence evidence = random(seed).evidence();
            var random = new Random(seed);

            String first = Json.write(Diagnosis.explain(evidence));
            String again = Json.write(Diagnosis.explain(evidence));
            String shuffled = Json.write(Diagnosis.explain(shuffled(evidence, random)));

            assertThat(again).as("seed %d", seed).isEqualTo(first);
            assertThat(shuffled).as("seed %d", seed).isEqualTo(first);
        }
    }

    @Test
    void an_irrelevant_change_far_away_never_lifts_another_innocent_above_the_cause() {
        for (long seed = 0; seed < CASES; seed++) {
            Given given = random(seed);
            List<String> before = ranked(given);
            for (int index = 0; index < 5; index++) {
                given.changed(
                        Given.FOOTNOTE,
                        "{\"text_" + index + "\":1}",
                        "{\"text_" + index + "\":" + (2 + index) + "}",
                        index);
                given.changed(Given.node(11), "{\"far_" + index + "\":7}", "{\"far_" + index + "\":70}", index);
            }
            given.graph = farther(given.graph);

            List<String> after = ranked(given);

            after.removeIf(title -> title.startsWith("text_") || title.startsWith("far_"));
            assertThat(after).as("seed %d", seed).isEqualTo(before);
        }
    }

    @Test
    void probabilities_add_up_and_a_cause_is_above_its_threshold() {
        for (long seed = 0; seed < CASES; seed++) {
            Verdict verdict = random(seed).verdict();

            double sum = verdict.answer().classProbabilities().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            assertThat(sum).as("seed %d", seed).isBetween(0.99, 1.01);
            if (verdict.causes().size() == 1) {
                assertThat(verdict.causes().getFirst().probability())
                        .isGreaterThanOrEqualTo(Weights.standard().setting(Weights.Setting.NAME));
            }
            if (verdict.causes().isEmpty()) {
                assertThat(verdict.remedy().wouldDecide()).as("seed %d", seed).isNotEmpty();
            }
            assertThat(verdict.suspects())
                    .allSatisfy(suspect -> assertThat(suspect.evidence())
                            .allSatisfy(row -> assertThat(Math.signum(row.logOdds()))
                                    .isEqualTo(row.term().sign())));
        }
    }

    @ParameterizedTest
    @EnumSource(RunOutcome.class)
    void a_run_with_nothing_but_itself_has_a_verdict(RunOutcome outcome) {
        var given = new Given();
        given.outcome = outcome;
        given.baseline = null;
        given.graph = NodeGraph.EMPTY;
        given.logsTo = null;

        Verdict verdict = given.verdict();

        assertThat(verdict.causes()).isEmpty();
        assertThat(verdict.verdictClass()).isEqualTo(VerdictClass.UNKNOWN);
        assertThat(verdict.headline()).isNotBlank();
        assertThat(Json.write(verdict)).contains("\"class\":\"unknown\"");
    }

    @Test
    void an_unknown_node_a_cycle_and_a_node_on_itself_have_a_verdict() {
        var given = new Given().failed(new NodeId(new UUID(99, 99)), "market_share 0.9 is too high");
        given.changed(Given.SHARE, "{\"market_share\":0.1}", "{\"market_share\":0.9}", 5);
        List<NodeEdge> edges = new ArrayList<>(given.graph.edges());
        edges.add(new NodeEdge(Given.REVENUE, Given.POPULATION));
        edges.add(new NodeEdge(Given.PRICE, Given.PRICE));
        edges.add(new NodeEdge(new NodeId(new UUID(98, 98)), Given.SHARE));
        given.graph = new NodeGraph(given.graph.nodes(), edges);

        assertThat(given.verdict().firstFailures().getFirst().nodeName()).isEqualTo("node 00000000");
        assertThat(given.verdict().causes()).extracting(Suspect::input).containsExactly("market_share");

        given.calcs.clear();
        for (int node = 1; node <= 8; node++) {
            given.failed(Given.node(node), "failed");
        }
        assertThat(given.verdict().firstFailures())
                .extracting(FailingNode::nodeName)
                .containsExactly("Compliance", "Price");
    }

    @Test
    void ten_thousand_changed_inputs_and_a_long_log_are_explained_in_bounded_time() {
        var given = new Given().failed(Given.TREATED, "duration 240 must be between 1 and 120 months");
        List<ModelNode> nodes = new ArrayList<>(given.graph.nodes());
        List<NodeEdge> edges = new ArrayList<>(given.graph.edges());
        for (int node = 100; node < 600; node++) {
            nodes.add(new ModelNode(Given.node(node), "Segment " + node, false));
            edges.add(new NodeEdge(Given.node(node), Given.node(node % 7 + 1)));
            edges.add(new NodeEdge(Given.node(node), Given.node(100 + (node * 31) % 500)));
        }
        given.graph = new NodeGraph(nodes, edges);
        for (int index = 0; index < 10_000; index++) {
            given.changed(
                    Given.node(100 + index % 500),
                    "{\"factor_" + index / 500 + "\":1}",
                    "{\"factor_" + index / 500 + "\":3.5}",
                    index);
        }
        given.changed(Given.TREATED, "{\"duration\":12}", "{\"duration\":240}", 20_000);
        for (int line = 0; line < 200; line++) {
            given.log("ERROR", null, "line " + line + " " + "retrying segment step ".repeat(80), 0);
        }
        RunEvidence evidence = given.evidence();
        Duration spent = CpuTime.of(() -> Diagnosis.explain(evidence));
        Verdict verdict = Diagnosis.explain(evidence);

        assertThat(spent).isLessThan(Duration.ofSeconds(10));
        assertThat(verdict.suspects().getFirst().input()).isEqualTo("duration");
        assertThat(verdict.lineup().suspectCount()).isGreaterThan(1_000);
        assertThat(Json.write(verdict).length()).isLessThan(100_000);
    }

    @Test
    void five_megabytes_in_one_value_and_hostile_texts_have_a_verdict() {
        String huge = "x".repeat(5_000_000);
        var given =
                new Given().failed(Given.SHARE, "((((" + "1,".repeat(2_000) + "e99999 [[ between 1e9999 and 2e9999");
        given.reason("must be less than " + "9".repeat(255));
        given.log("ERROR", null, huge, 0);
        given.changed(Given.SHARE, "{\"note\":\"a\",\"n\":1}", "{\"note\":\"" + huge + "\",\"n\":1e2000}", 5);
        given.changed(Given.PATIENTS, "{\"a\":", "[[[[", 5);
        given.changed(Given.INCIDENCE, "{\"a\":1}", "{\"a\":{\"b\":[]}}", 5);

        assertThat(Json.write(given.verdict()).length()).isLessThan(100_000);
    }

    /** The titles of all suspects, in order. */
    private static List<String> ranked(Given given) {
        RunEvidence evidence = given.evidence();
        var reach = new GraphReach(evidence.graph());
        var investigation = new Investigation(evidence, reach, FirstFailure.find(evidence, reach), Weights.standard());
        return Ranking.rank(investigation.scored(), reach, Weights.standard()).stream()
                .filter(suspect -> suspect.verdictClass() == VerdictClass.INPUT)
                .map(Suspect::title)
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** With a node upstream of everything, six steps from the nearest that fails. */
    private static NodeGraph farther(NodeGraph graph) {
        List<ModelNode> nodes = new ArrayList<>(graph.nodes());
        List<NodeEdge> edges = new ArrayList<>(graph.edges());
        for (int node = 11; node < 16; node++) {
            nodes.add(new ModelNode(Given.node(node), "Origin " + node, false));
            edges.add(new NodeEdge(Given.node(node), Given.node(node == 15 ? 1 : node + 1)));
        }
        return new NodeGraph(nodes, edges);
    }

    private static Given random(long seed) {
        var random = new Random(seed);
        var given = new Given();
        given.outcome = random.nextInt(6) == 0 ? RunOutcome.TIMEOUT : RunOutcome.FAILED;
        for (int index = random.nextInt(3); index >= 0; index--) {
            given.failed(Given.node(4 + random.nextInt(5)), ERRORS.get(random.nextInt(ERRORS.size())));
        }
        for (int index = random.nextInt(5); index >= 0; index--) {
            String key = KEYS.get(random.nextInt(KEYS.size())) + "_" + index;
            Change change = given.changed(
                    Given.node(1 + random.nextInt(8)),
                    "{\"" + key + "\":" + value(random) + "}",
                    "{\"" + key + "\":" + value(random) + "}",
                    random.nextInt(2_000));
            change.elsewhere =
                    new Cooccurrence(random.nextInt(4), random.nextInt(4), random.nextInt(4), random.nextInt(40));
            change.recovery = InputChange.Recovery.values()[random.nextInt(3)];
            change.passedHere = random.nextInt(3);
            if (random.nextBoolean()) {
                change.peers(0.3, 0.1, 0.05, 0.8);
            }
        }
        if (random.nextInt(3) == 0) {
            given.spread = new PatternSpread(
                    random.nextInt(6), random.nextInt(2), random.nextInt(9), 4, 0.1, 0.2, 3, 3, Given.RUN_AT);
        }
        given.log("ERROR", null, ERRORS.get(random.nextInt(ERRORS.size())), random.nextInt(2));
        given.log("WARN", Given.node(1 + random.nextInt(9)), ERRORS.get(random.nextInt(ERRORS.size())), 0);
        return given;
    }

    private static String value(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> "0";
            case 1 -> "-3";
            case 2 -> "\"abc\"";
            case 3 -> "null";
            case 4 -> "240";
            default -> "0." + random.nextInt(100);
        };
    }

    private static RunEvidence shuffled(RunEvidence given, Random random) {
        return new RunEvidence(
                given.run(),
                new RunEvidence.Trace(
                        mixed(given.failedCalcs(), random),
                        mixed(given.trace().passedCalcs(), random),
                        mixed(given.trace().outputs(), random),
                        mixed(given.log(), random),
                        mixed(given.trace().ambient(), random),
                        given.slowDown(),
                        mixed(given.trace().earlier(), random)),
                new RunEvidence.Model(
                        new NodeGraph(
                                mixed(given.graph().nodes(), random),
                                mixed(given.graph().edges(), random)),
                        mixed(given.model().changes(), random),
                        given.model().runs()),
                given.baseline(),
                new RunEvidence.Inputs(
                        mixed(given.changes(), random),
                        mixed(given.inputs().rewrites(), random),
                        mixed(given.inputs().broken(), random),
                        mixed(given.inputs().sleeping(), random),
                        mixed(given.inputs().series(), random)),
                new RunEvidence.Others(
                        given.spread(),
                        given.others().neighbours(),
                        given.others().sameInputs(),
                        given.others().retries(),
                        mixed(given.others().releases(), random),
                        given.others().recoveries(),
                        mixed(given.others().pastFixes(), random),
                        mixed(given.others().similar(), random),
                        mixed(given.others().confirmed(), random)),
                mixed(given.transitions(), random),
                given.completeness());
    }

    private static <T> List<T> mixed(List<T> list, Random random) {
        List<T> mixed = new ArrayList<>(list);
        Collections.shuffle(mixed, random);
        return mixed;
    }
}
