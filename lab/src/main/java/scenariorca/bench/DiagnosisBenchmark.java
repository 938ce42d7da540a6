package scenariorca.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import scenariorca.diagnosis.Diagnosis;
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
 * Where the cases come from that verdicts are measured on: simulates a platform whose failures have known causes into scratch
 * databases of the embedded server, loads it as any source, and gathers the evidence of every failed run. The truth is kept
 * apart; only the score reads it.
 */
public final class DiagnosisBenchmark {
    private static final int WARM_UP = 40;
    /** A larger simulation than one of this scale is a mistake of the caller's. */
    private static final double MAX_SCALE = 100;

    private final Settings settings;
    private final EmbeddedPostgres server;
    private final Consumer<String> progress;

    /**
     * What to simulate.
     *
     * @param profile of the simulation
     * @param seed of the simulation
     * @param cases at most so many, taken evenly over time; a larger platform is simulated when one does not have as many.
     *     0 means all of one
     * @param isAsOf whether each case is explained with only what had happened by then
     * @param choices what a varied platform does not leave to the seed
     */
    public record Plan(Profile profile, long seed, int cases, boolean isAsOf, Choices choices) {}

    public DiagnosisBenchmark(Settings settings, EmbeddedPostgres server, Consumer<String> progress) {
        this.settings = settings;
        this.server = server;
        this.progress = progress;
    }

    /**
     * Simulates, loads and hands over each case.
     *
     * @param kept also writes them to this file, to be judged again without simulating; null for none
     */
    public void run(Plan plan, @Nullable Path kept, DiagnosisScore score) {
        if (kept == null) {
            run(plan, score::add);
            return;
        }
        try (CaseFile file = CaseFile.write(kept)) {
            run(plan, known -> {
                file.add(known);
                score.add(known);
            });
        }
    }

    private void run(Plan plan, Consumer<KnownCase> cases) {
        var request = ScratchPlatform.request(plan.profile(), plan.seed(), plan.choices());
        try (var platform = new ScratchPlatform(settings, server, request, progress)) {
            if (plan.isAsOf()) {
                new AsOf(platform, request, plan.cases(), progress).ask(cases);
                return;
            }
            List<CaseTruth> truth = platform.simulate(1);
            if (plan.cases() > truth.size() && !truth.isEmpty()) {
                truth = platform.simulate(Math.min(MAX_SCALE, 1.2 * plan.cases() / truth.size()));
            }
            ask(spread(truth, plan.cases()), platform, cases);
        }
    }

    /** Takes the cases from files that were kept. */
    public static void read(List<Path> files, DiagnosisScore score) {
        files.forEach(file -> CaseFile.read(file, score::add));
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

    private void ask(List<CaseTruth> truths, ScratchPlatform platform, Consumer<KnownCase> cases) {
        try (Warehouse warehouse = platform.load();
                WarehouseReader reader = WarehouseReader.open(warehouse.address(), 1)) {
            truths.stream().limit(WARM_UP).forEach(truth -> Diagnosis.explain(evidence(reader, truth)));
            for (CaseTruth truth : truths) {
                long start = System.nanoTime();
                RunEvidence evidence = evidence(reader, truth);
                cases.accept(new KnownCase(truth, evidence, System.nanoTime() - start));
            }
            progress.accept("explained %,d failed runs".formatted(truths.size()));
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
