package scenariorca.diagnosis;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.comparison.Baseline;
import scenariorca.diagnosis.evidence.BrokenRule;
import scenariorca.diagnosis.evidence.Completeness;
import scenariorca.diagnosis.evidence.ConfirmedCause;
import scenariorca.diagnosis.evidence.EarlierCalc;
import scenariorca.diagnosis.evidence.FailedCalc;
import scenariorca.diagnosis.evidence.GraphChange;
import scenariorca.diagnosis.evidence.InputChange;
import scenariorca.diagnosis.evidence.InputRewrite;
import scenariorca.diagnosis.evidence.LogEvidence;
import scenariorca.diagnosis.evidence.ModelRuns;
import scenariorca.diagnosis.evidence.Neighbours;
import scenariorca.diagnosis.evidence.NodeOutput;
import scenariorca.diagnosis.evidence.PastFix;
import scenariorca.diagnosis.evidence.PatternSpread;
import scenariorca.diagnosis.evidence.PlatformRelease;
import scenariorca.diagnosis.evidence.Retries;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.diagnosis.evidence.RunFacts;
import scenariorca.diagnosis.evidence.SameInputs;
import scenariorca.diagnosis.evidence.Series;
import scenariorca.diagnosis.evidence.SimilarFailure;
import scenariorca.diagnosis.evidence.SlowDown;
import scenariorca.diagnosis.evidence.Transition;
import scenariorca.scenario.ModelNode;
import scenariorca.scenario.NodeEdge;
import scenariorca.scenario.NodeGraph;
import scenariorca.scenario.NodeId;
import scenariorca.scenario.RunId;
import scenariorca.scenario.RunOutcome;
import scenariorca.scenario.ScenarioId;

/**
 * Evidence by hand. The model: Population (1) -> Incidence (2) -> Patients (3) -> Treatment Share (4) -> Treated Patients
 * (6) -> Revenue (8); Compliance (5) -> Treated Patients; Price (7) -> Revenue; Footnote (9) leads to Appendix (10).
 */
final class Given {
    static final Instant RUN_AT = Instant.parse("2026-11-20T11:05:00Z");
    static final NodeId POPULATION = node(1);
    static final NodeId INCIDENCE = node(2);
    static final NodeId PATIENTS = node(3);
    static final NodeId SHARE = node(4);
    static final NodeId COMPLIANCE = node(5);
    static final NodeId TREATED = node(6);
    static final NodeId PRICE = node(7);
    static final NodeId REVENUE = node(8);
    static final NodeId FOOTNOTE = node(9);
    private static final List<String> NAMES = List.of(
            "Population",
            "Incidence",
            "Patients",
            "Treatment Share",
            "Compliance",
            "Treated Patients",
            "Price",
            "Revenue",
            "Footnote",
            "Appendix");

    RunOutcome outcome = RunOutcome.FAILED;

    @Nullable
    String failReason;

    @Nullable
    String category;

    @Nullable
    String fingerprint = "f1";

    NodeGraph graph = graph();

    @Nullable
    Baseline baseline = baseline(Baseline.Kind.LAST_SUCCESS, 1, RUN_AT);

    final List<FailedCalc> calcs = new ArrayList<>();
    final List<Change> changes = new ArrayList<>();
    final List<InputRewrite> rewrites = new ArrayList<>();
    final List<GraphChange> graphChanges = new ArrayList<>();
    final List<LogEvidence> log = new ArrayList<>();
    final List<LogEvidence> ambient = new ArrayList<>();
    final List<RunEvidence.PassedCalc> passed = new ArrayList<>();
    final List<NodeOutput> outputs = new ArrayList<>();
    final List<BrokenRule> broken = new ArrayList<>();
    ModelRuns modelRuns = ModelRuns.NONE;
    final List<PastFix> fixes = new ArrayList<>();
    final List<SimilarFailure> similar = new ArrayList<>();
    final List<ConfirmedCause> confirmed = new ArrayList<>();
    final List<Transition> transitions = new ArrayList<>();
    int recoveries;
    PatternSpread spread = PatternSpread.NONE;
    SameInputs same = SameInputs.NONE;
    Neighbours neighbours = Neighbours.NONE;
    Retries retries = Retries.NONE;
    final List<PlatformRelease> releases = new ArrayList<>();
    final List<InputChange> sleeping = new ArrayList<>();
    final List<EarlierCalc> earlier = new ArrayList<>();
    final List<Series> series = new ArrayList<>();

    @Nullable
    SlowDown slow;

    double seconds = 42;

    @Nullable
    Instant logsTo = RUN_AT.plusSeconds(3_600);

    static NodeId node(int number) {
        return new NodeId(new UUID(0, number));
    }

    static RunId run(int number) {
        return new RunId(new UUID(1, number));
    }

    static NodeGraph graph() {
        List<ModelNode> nodes = new ArrayList<>();
        for (int number = 1; number <= NAMES.size(); number++) {
            nodes.add(new ModelNode(node(number), NAMES.get(number - 1), false));
        }
        int[][] pairs = {{1, 2}, {2, 3}, {3, 4}, {4, 6}, {5, 6}, {6, 8}, {7, 8}, {9, 10}};
        List<NodeEdge> edges = new ArrayList<>();
        for (int[] pair : pairs) {
            edges.add(new NodeEdge(node(pair[0]), node(pair[1])));
        }
        return new NodeGraph(nodes, edges);
    }

    static Baseline baseline(Baseline.Kind kind, int failures, Instant firstFailure) {
        return new Baseline(kind, run(1), RUN_AT.minus(Duration.ofDays(1)), run(2), firstFailure, failures);
    }

    Given failed(NodeId node, @Nullable String message) {
        calcs.add(new FailedCalc(
                node, "without events", RunOutcome.FAILED, message, null, "f1", RUN_AT.plusSeconds(10 + calcs.size())));
        return this;
    }

    Given reason(String text) {
        failReason = text;
        return this;
    }

    Given category(String word) {
        category = word;
        return this;
    }

    /** A change of one node's input from one JSON to another, so many minutes before the run. */
    Change changed(NodeId node, @Nullable String before, @Nullable String after, int minutesBefore) {
        var change = new Change(node, before, after, minutesBefore, changes.size());
        changes.add(change);
        return change;
    }

    Given log(String severity, @Nullable NodeId node, String message, int passedRunsWith) {
        log.add(new LogEvidence(
                100L + log.size(),
                severity,
                message,
                null,
                "l" + log.size(),
                node,
                passedRunsWith,
                false,
                RUN_AT.plusSeconds(5)));
        return this;
    }

    RunEvidence evidence() {
        List<InputChange> all =
                changes.stream().flatMap(change -> change.leaves().stream()).toList();
        var facts = new RunFacts(
                run(9),
                new RunFacts.Scenario(new ScenarioId(new UUID(2, 1)), "Base case", "Oncology EU"),
                "jdoe",
                new RunFacts.Ending(outcome, failReason, category, fingerprint),
                new RunFacts.Time(RUN_AT, RUN_AT.plusMillis(Math.round(seconds * 1_000)), BigDecimal.valueOf(seconds)),
                null,
                calcs.isEmpty() && outcome.isFailure() ? 0 : 16);
        return new RunEvidence(
                facts,
                new RunEvidence.Trace(calcs, passed, outputs, log, ambient, slow, earlier),
                new RunEvidence.Model(graph, graphChanges, modelRuns),
                baseline,
                new RunEvidence.Inputs(all, rewrites, broken, sleeping, series),
                new RunEvidence.Others(
                        spread, neighbours, same, retries, releases, recoveries, fixes, similar, confirmed),
                transitions,
                new Completeness(logsTo, RUN_AT.plusSeconds(3_600), log.size(), 0));
    }

    Verdict verdict() {
        return Diagnosis.explain(evidence());
    }
}
