package scenariorca.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import scenariorca.diagnosis.Diagnosis;
import scenariorca.diagnosis.Weights;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.explanation.EvidenceReader;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.simulator.Profile;
import scenariorca.simulator.varied.Choices;
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
     * @param isAsOf whether each case is explained with only what had happened by then
     * @param isLeavingOut whether each domain and voice is also judged by weights fitted on all others
     * @param choices what a varied platform does not leave to the seed
     */
    public record Plan(
            Profile profile,
            long seed,
            int cases,
            boolean isAblated,
            boolean isAsOf,
            boolean isLeavingOut,
            Choices choices) {}

    public DiagnosisBenchmark(Settings settings, EmbeddedPostgres server, Plan plan, Consumer<String> progress) {
        this.settings = settings;
        this.server = server;
        this.plan = plan;
        this.progress = progress;
    }

    /** Runs all of it and removes the scratch databases and files. */
    public DiagnosisReport run() {
        var request = ScratchPlatform.request(plan.profile(), plan.seed(), plan.choices());
        try (var platform = new ScratchPlatform(settings, server, request, progress)) {
            if (plan.isAsOf()) {
                return new AsOf(platform, request, plan, progress).measure().report();
            }
            List<CaseTruth> truth = platform.simulate(1);
            if (plan.cases() > truth.size() && !truth.isEmpty()) {
                truth = platform.simulate(Math.min(MAX_SCALE, 1.2 * plan.cases() / truth.size()));
            }
            return measure(spread(truth, plan.cases()), platform);
        }
    }

    /**
     * The weights fitted anew on the failures of several simulated platforms, each explained right after it failed.
     *
     * @param plans the platforms, one after the other
     */
    public static Weights fit(Settings settings, EmbeddedPostgres server, List<Plan> plans, Consumer<String> progress) {
        List<FitCase> cases = new ArrayList<>();
        for (Plan plan : plans) {
            var request = ScratchPlatform.request(plan.profile(), plan.seed(), plan.choices());
            try (var platform = new ScratchPlatform(settings, server, request, progress)) {
                cases.addAll(
                        new AsOf(platform, request, plan, progress).measure().fitCases());
            }
        }
        progress.accept("fitting weights to %,d failed runs".formatted(cases.size()));
        return new Calibration(Weights.standard()).fit(cases);
    }

    /** At most so many of a list, evenly; 0 means all. */
    static <T> List<T> spread(List<T> all, int most) {
        if (most == 0 || most >= all.size()) {
            return all;
        }
        var chosen = new ArrayList<T>();
        for (int index = 0; index < most; index++) {
            chosen.add(all.get((int) ((long) index * all.size() / most)));
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

    /** What the warehouse knows of a case now. */
    static RunEvidence evidence(WarehouseReader reader, CaseTruth truth) {
        return reader.read(
                        Viewer.ALL,
                        snapshot -> EvidenceReader.read(snapshot, truth.runId().value()))
                .orElseThrow(() -> new RcaException(
                        ErrorCode.PROBLEM,
                        "run " + truth.runId() + " of the truth file is not in the warehouse after a full load"));
    }
}
