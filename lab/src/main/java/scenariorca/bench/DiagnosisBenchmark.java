package scenariorca.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import scenariorca.diagnosis.Diagnosis;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.explanation.EvidenceReader;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.simulator.Profile;
import scenariorca.warehouse.EmbeddedPostgres;
import scenariorca.warehouse.Viewer;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/**
 * Measures verdicts: simulates a platform whose failures have known causes into scratch databases of the embedded server,
 * loads it as any source, explains every failed run, and scores the verdicts against the truth, which only the score reads.
 */
public final class DiagnosisBenchmark {
    private static final int WARM_UP = 40;
    /** A larger simulation than one of this scale is a mistake of the caller's. */
    private static final double MAX_SCALE = 100;

    private final Settings settings;
    private final EmbeddedPostgres server;
    private final Plan plan;
    private final Consumer<String> progress;

    /**
     * What to measure.
     *
     * @param profile of the simulation
     * @param seed of the simulation
     * @param cases at most so many, taken evenly over time; a larger platform is simulated when one does not have as many.
     *     0 means all of one
     * @param isAblated whether each case is also explained without each evidence term
     */
    public record Plan(Profile profile, long seed, int cases, boolean isAblated) {}

    public DiagnosisBenchmark(Settings settings, EmbeddedPostgres server, Plan plan, Consumer<String> progress) {
        this.settings = settings;
        this.server = server;
        this.plan = plan;
        this.progress = progress;
    }

    /** Runs all of it and removes the scratch databases and files. */
    public DiagnosisReport run() {
        try (var platform = new ScratchPlatform(settings, server, plan.profile(), plan.seed(), progress)) {
            List<CaseTruth> truth = platform.simulate(1);
            if (plan.cases() > truth.size() && !truth.isEmpty()) {
                truth = platform.simulate(Math.min(MAX_SCALE, 1.2 * plan.cases() / truth.size()));
            }
            return measure(chosen(truth), platform);
        }
    }

    private List<CaseTruth> chosen(List<CaseTruth> truth) {
        if (plan.cases() == 0 || plan.cases() >= truth.size()) {
            return truth;
        }
        var chosen = new ArrayList<CaseTruth>();
        for (int index = 0; index < plan.cases(); index++) {
            chosen.add(truth.get((int) ((long) index * truth.size() / plan.cases())));
        }
        return chosen;
    }

    private DiagnosisReport measure(List<CaseTruth> cases, ScratchPlatform platform) {
        try (Warehouse warehouse = platform.load();
                WarehouseReader reader = WarehouseReader.open(warehouse.address(), 1)) {
            cases.stream().limit(WARM_UP).forEach(truth -> Diagnosis.explain(evidence(reader, truth)));
            var score = new DiagnosisScore(plan.isAblated());
            for (CaseTruth truth : cases) {
                long start = System.nanoTime();
                RunEvidence evidence = evidence(reader, truth);
                score.add(truth, evidence, System.nanoTime() - start);
            }
            progress.accept("explained %,d failed runs".formatted(cases.size()));
            return score.report();
        }
    }

    private static RunEvidence evidence(WarehouseReader reader, CaseTruth truth) {
        return reader.read(
                        Viewer.ALL,
                        snapshot -> EvidenceReader.read(snapshot, truth.runId().value()))
                .orElseThrow(() -> new RcaException(
                        ErrorCode.PROBLEM,
                        "run " + truth.runId() + " of the truth file is not in the warehouse after a full load"));
    }
}
