package scenariorca.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static scenariorca.diagnosis.Given.INCIDENCE;
import static scenariorca.diagnosis.Given.PATIENTS;
import static scenariorca.diagnosis.Given.PRICE;
import static scenariorca.diagnosis.Given.REVENUE;
import static scenariorca.diagnosis.Given.RUN_AT;
import static scenariorca.diagnosis.Given.SHARE;
import static scenariorca.diagnosis.Given.TREATED;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import scenariorca.diagnosis.evidence.GraphChange;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.PatternSpread;
import scenariorca.diagnosis.evidence.SameInputs;
import scenariorca.scenario.NodeEdge;
import scenariorca.scenario.NodeGraph;

/** Failures whose cause is no input, with innocent edits that must not be blamed. */
final class OtherCauseTest {
    @Test
    void nothing_changed_and_others_fail_the_same_way_is_the_platform() {
        var given = DiagnosisTest.outage(new Given().failed(REVENUE, "java.lang.OutOfMemoryError: Java heap space"));

        Verdict verdict = given.verdict();

        assertThat(verdict.verdictClass()).isEqualTo(VerdictClass.PLATFORM);
        assertThat(verdict.causes()).hasSize(1);
        assertThat(verdict.headline()).startsWith("Run failed in Revenue: the cause is the platform (");
    }

    @Test
    void innocent_edits_are_not_blamed_in_an_outage() {
        for (String error : List.of(
                "java.lang.OutOfMemoryError: Java heap space",
                "ExpiredTokenException: The security token included in the request is expired",
                "503 Service Unavailable from pricing-service",
                "ERROR: deadlock detected")) {
            var given = DiagnosisTest.outage(new Given().failed(REVENUE, error));
            given.changed(REVENUE, "{\"discount\":0.1}", "{\"discount\":0.9}", 1)
                    .peers(0.1, 0.05, 0, 0.3);
            given.changed(PRICE, "{\"price_per_unit\":100}", "{\"price_per_unit\":100000}", 3)
                    .peers(100, 20, 50, 200);

            Verdict verdict = given.verdict();

            assertThat(verdict.verdictClass()).as(error).isEqualTo(VerdictClass.PLATFORM);
            assertThat(verdict.remedy().putBack().inputs()).isEmpty();
        }
    }

    @Test
    void inputs_that_passed_before_and_after_are_not_to_blame() {
        var given = new Given().failed(REVENUE, "could not serialize access due to concurrent update");
        given.same = new SameInputs(1, 0, Given.run(10));
        given.changed(REVENUE, "{\"discount\":0.1}", "{\"discount\":0.2}", 1).recovery = InputChange.Recovery.KEPT;

        assertThat(given.verdict().verdictClass()).isEqualTo(VerdictClass.PLATFORM);
    }

    @Test
    void a_bad_release_fails_many_scenarios_of_many_models_and_no_input_is_blamed() {
        var given = DiagnosisTest.outage(new Given().failed(TREATED, "NoSuchMethodError: engine.Curve.evaluate(D)D"));
        given.changed(TREATED, "{\"scale\":1.0}", "{\"scale\":2.0}", 4).peers(1, 0.3, 0.5, 3);

        assertThat(given.verdict().verdictClass()).isEqualTo(VerdictClass.PLATFORM);
    }

    @Test
    void a_cycle_in_a_new_version_of_the_model_is_the_models_fault() {
        var given = new Given().failed(PATIENTS, "cycle detected: Patients -> Treatment Share -> Patients");
        given.graph = new NodeGraph(given.graph.nodes(), plus(given.graph.edges()));
        given.graphChanges.add(
                new GraphChange(GraphChange.Kind.EDGE_ADDED, PATIENTS, SHARE, RUN_AT.minusSeconds(9_000)));
        given.changed(PATIENTS, "{\"relapse\":0.1}", "{\"relapse\":0.3}", 2);

        assertThat(given.verdict().verdictClass()).isEqualTo(VerdictClass.MODEL);
    }

    @Test
    void data_that_came_late_is_upstreams_fault() {
        var given = new Given().failed(INCIDENCE, "epidemiology feed for 2026-11 has not arrived");
        given.spread = new PatternSpread(3, 1, 3, 2, 0, 0.1, 4, 4, RUN_AT);
        given.changed(INCIDENCE, "{\"rate\":0.012}", "{\"rate\":0.014}", 20);

        assertThat(given.verdict().verdictClass()).isEqualTo(VerdictClass.UPSTREAM);
    }

    private static List<NodeEdge> plus(List<NodeEdge> edges) {
        List<NodeEdge> more = new ArrayList<>(edges);
        more.add(new NodeEdge(SHARE, PATIENTS));
        return more;
    }
}
