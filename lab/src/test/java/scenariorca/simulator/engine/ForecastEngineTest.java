package scenariorca.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import scenariorca.simulator.engine.EngineGraph.Edge;
import scenariorca.simulator.engine.RunResult.Calculation;
import scenariorca.simulator.engine.RunResult.Status;

/** A line of therapy small enough to be computed by hand. */
final class ForecastEngineTest {
    private static final Conditions HEALTHY = Conditions.healthy(new Conditions.Rules("1", 120, false));
    private static final EngineGraph GRAPH = graph();

    @Test
    void it_computes_patients_by_year() {
        RunResult result = run(inputs(), HEALTHY);

        // 1 000 000 persons x 1 % x half diagnosed x 40 % segment x all treated x 10 % share
        assertThat(result.isSuccess()).isTrue();
        assertThat(values(result, "Treatment Share")).containsExactly(new double[] {200, 200, 200}, within());
        assertThat(result.startYear()).isEqualTo(2026);
    }

    private static org.assertj.core.data.Offset<Double> within() {
        return org.assertj.core.data.Offset.offset(1e-6);
    }

    @Test
    void shares_above_one_fail_where_they_are_added_up_and_its_readers_have_no_result() {
        var inputs = inputs();
        inputs.set(7, inputs.get(7).with("/market_share", 0.9));

        RunResult result = run(inputs, HEALTHY);

        assertThat(result.failReason())
                .isEqualTo("Node 'Treatment Share' failed: Treatment shares add up to 1.20 in 2026, must not exceed 1");
        assertThat(calculation(result, "Market Access").reason()).isEqualTo("No result from 'Treatment Share'");
        assertThat(calculation(result, "Compliance").status()).isEqualTo(Status.SKIPPED);
        assertThat(calculation(result, "Competitor Share").status()).isEqualTo(Status.SUCCESS);
    }

    @Test
    void a_failure_says_the_same_however_often_it_happens() {
        var inputs = inputs();
        inputs.set(6, inputs.get(6).with("/time_to_peak", 0));

        for (int i = 0; i < 20_000; i++) {
            assertThat(run(inputs, HEALTHY).failReason()).isEqualTo("Node 'Competitor Share' failed: / by zero");
        }
    }

    @Test
    void a_number_typed_as_text_is_not_guessed() {
        var inputs = inputs();
        inputs.set(1, inputs.get(1).with("/market_size", "1,5"));

        RunResult result = run(inputs, HEALTHY);

        assertThat(result.failReason()).isEqualTo("Node 'Total Population' failed: For input string: \"1,5\"");
        assertThat(result.exception()).isEqualTo("java.lang.NumberFormatException");
    }

    @Test
    void a_horizon_of_thousands_of_years_runs_out_of_time() {
        var inputs = inputs();
        inputs.set(0, inputs.get(0).with("/end_year", 2_026_000));

        assertThat(run(inputs, HEALTHY).status()).isEqualTo(Status.TIMEOUT);
    }

    @Test
    void a_cycle_is_found_before_any_node_is_computed() {
        EngineGraph cyclic = GRAPH.with(new Edge(9, 7));

        RunResult result = ForecastEngine.run(new StandardJob(cyclic, inputs(), List.of(), HEALTHY));

        assertThat(result.failReason())
                .startsWith("Cycle detected in model graph: ")
                .contains("Treatment Share", "Compliance");
        assertThat(result.branches()).isEmpty();
    }

    @Test
    void the_order_of_edges_does_not_matter() {
        var turned = new ArrayList<>(GRAPH.edges()).reversed();

        RunResult result = ForecastEngine.run(
                new StandardJob(new EngineGraph(GRAPH.nodes(), turned), inputs(), List.of(), HEALTHY));

        assertThat(values(result, "Compliance")).isEqualTo(values(run(inputs(), HEALTHY), "Compliance"));
    }

    @Test
    void the_platform_fails_sound_inputs() {
        assertThat(run(inputs(), HEALTHY.withMemory(60)).failReason()).contains("out of memory");
        assertThat(run(inputs(), HEALTHY.withoutCredential()).failReason()).contains("token has expired");
        assertThat(run(inputs(), HEALTHY.withServiceDown(Conditions.REFERENCE)).failReason())
                .contains("Connection refused");
        assertThat(run(inputs(), HEALTHY.withContention(new Conditions.Contention(true, 3)))
                        .failReason())
                .contains("deadlock");
        assertThat(run(inputs(), HEALTHY.withLateDataset("EPI")).failReason()).contains("EPI is incomplete");
        assertThat(run(inputs(), HEALTHY.withRules(new Conditions.Rules("2", 120, true)))
                        .failReason())
                .contains("\"curve\" is null");
    }

    @Test
    void an_engine_that_dies_leaves_its_node_in_progress() {
        RunResult result = run(inputs(), HEALTHY.withMemory(60));

        Calculation last = result.branches().getFirst().calculations().getLast();
        assertThat(last.status()).isEqualTo(Status.ABANDONED);
        assertThat(result.branches().getFirst().calculations()).hasSizeLessThan(GRAPH.size());
    }

    @Test
    void an_event_takes_its_share_in_the_branch_with_events_only() {
        Input event = Input.of("year", 2027, "share_value", 0.5, "erosion_rate", 1, "entry_quarter", 1);
        var job = new StandardJob(GRAPH, inputs(), List.of(new MarketEvent(UUID.randomUUID(), 7, event)), HEALTHY);

        RunResult result = ForecastEngine.run(job);

        assertThat(result.branches()).hasSize(2);
        assertThat(values(result, "Treatment Share")).containsExactly(new double[] {200, 200, 200}, within());
        Calculation eroded = result.branches().get(1).calculations().stream()
                .filter(calculation -> calculation.node().index() == 7)
                .findFirst()
                .orElseThrow();
        assertThat(eroded.values()).containsExactly(new double[] {200, 100, 100}, within());
    }

    @Test
    void slower_nodes_take_longer() {
        Conditions slow = HEALTHY.withSlowdown(Map.of(NodeKind.SHARE, 10.0));

        assertThat(run(inputs(), slow).milliseconds())
                .isGreaterThan(run(inputs(), HEALTHY).milliseconds() + 1500);
    }

    private static RunResult run(List<Input> inputs, Conditions conditions) {
        return ForecastEngine.run(new StandardJob(GRAPH, inputs, List.of(), conditions));
    }

    private static Calculation calculation(RunResult result, String node) {
        return result.branches().getFirst().calculations().stream()
                .filter(calculation -> calculation.node().name().equals(node))
                .findFirst()
                .orElseThrow();
    }

    private static double[] values(RunResult result, String node) {
        double[] values = calculation(result, node).values();
        assertThat(values).isNotNull();
        return values == null ? new double[0] : values;
    }

    private static EngineGraph graph() {
        var kinds = List.of(
                NodeKind.HORIZON,
                NodeKind.POPULATION,
                NodeKind.EPIDEMIOLOGY,
                NodeKind.DIAGNOSED,
                NodeKind.SEGMENT,
                NodeKind.LINE,
                NodeKind.SHARE,
                NodeKind.TREATMENT_SHARE,
                NodeKind.ACCESS,
                NodeKind.COMPLIANCE);
        var nodes = new ArrayList<EngineNode>();
        for (NodeKind kind : kinds) {
            String name = kind == NodeKind.POPULATION ? "Total Population" : kind.label();
            nodes.add(new EngineNode(nodes.size(), UUID.randomUUID(), kind, name, false));
        }
        return new EngineGraph(
                nodes,
                List.of(
                        new Edge(0, 1),
                        new Edge(1, 2),
                        new Edge(2, 3),
                        new Edge(3, 4),
                        new Edge(4, 5),
                        new Edge(0, 6),
                        new Edge(5, 7),
                        new Edge(6, 7),
                        new Edge(7, 8),
                        new Edge(8, 9)));
    }

    private static List<Input> inputs() {
        return new ArrayList<>(List.of(
                Input.of("start_year", 2026, "end_year", 2028),
                Input.of("market_size", 1_000_000, "growth_rate", 0, "start_year", 2025, "source_dataset", "EPI"),
                Input.of("rate", 0.01),
                Input.of("diagnosis_rate", 0.5),
                Input.of("segment_share", 0.4),
                Input.of("line_of_therapy", 1, "treated_rate", 1, "progression_rate", 0.5),
                Input.of("base_share", 0.3, "peak_share", 0.3, "launch_year", 2020, "time_to_peak", 4),
                Input.of("market_share", 0.1),
                Input.of("reimbursed_pct", 80, "access_rate", 1, "time_to_access", 1),
                Input.of("compliance_rate", 0.9, "persistence", 0.5)));
    }
}
