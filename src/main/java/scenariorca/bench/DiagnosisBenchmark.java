package scenariorca.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import scenariorca.diagnosis.Diagnosis;
import scenariorca.diagnosis.evidence.RunEvidence;
import scenariorca.explanation.EvidenceReader;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.Pipeline;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.Json;
import scenariorca.platform.RcaException;
import scenariorca.platform.Settings;
import scenariorca.simulator.Profile;
import scenariorca.simulator.Simulation;
import scenariorca.simulator.SimulationRequest;
import scenariorca.simulator.SimulationTarget;
import scenariorca.source.SourceDatabase;
import scenariorca.source.SourceSettings;
import scenariorca.warehouse.EmbeddedPostgres;
import scenariorca.warehouse.Migration;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/**
 * Measures verdicts: simulates a platform whose failures have known causes into scratch databases of the embedded server,
 * loads it as any source, explains every failed run, and scores the verdicts against the truth, which only the score reads.
 */
public final class DiagnosisBenchmark {
    private static final String SOURCE = "bench_diagnosis_source";
    private static final String TARGET = "bench_diagnosis_target";
    private static final Instant END = Instant.parse("2026-11-20T18:00:00Z");
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
        Path directory = temporary();
        try {
            List<CaseTruth> truth = simulate(directory, 1);
            if (plan.cases() > truth.size() && !truth.isEmpty()) {
                truth = simulate(directory, Math.min(MAX_SCALE, 1.2 * plan.cases() / truth.size()));
            }
            return measure(chosen(truth), directory.resolve("logs"));
        } finally {
            server.dropDatabase(SOURCE);
            server.dropDatabase(TARGET);
            delete(directory);
        }
    }

    private List<CaseTruth> simulate(Path directory, double scale) {
        server.dropDatabase(SOURCE);
        server.createDatabase(SOURCE);
        DatabaseAddress address = server.address(SOURCE);
        Path file = directory.resolve("truth.jsonl");
        var target = new SimulationTarget(
                address.url(), address.properties("rca-bench"), true, false, directory.resolve("logs"), file);
        var summary = Simulation.run(new SimulationRequest(plan.profile(), plan.seed(), scale, END), target, _ -> {});
        progress.accept("simulated %,d runs of %,d scenarios, %,d of them failed"
                .formatted(summary.runs(), summary.scenarios(), summary.failedRuns()));
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(Json::read).map(CaseTruth::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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

    private DiagnosisReport measure(List<CaseTruth> cases, Path logs) {
        try (Warehouse warehouse = load(logs);
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
                        snapshot -> EvidenceReader.read(snapshot, truth.runId().value()))
                .orElseThrow(() -> new RcaException(
                        ErrorCode.PROBLEM,
                        "run " + truth.runId() + " of the truth file is not in the warehouse after a full load"));
    }

    private Warehouse load(Path logs) {
        server.dropDatabase(TARGET);
        server.createDatabase(TARGET);
        DatabaseAddress address = server.address(TARGET);
        Warehouse warehouse = Warehouse.open(Settings.of(Map.of(
                "REPORTING_DB_HOST", address.host(),
                "REPORTING_DB_PORT", String.valueOf(address.port()),
                "REPORTING_DB_NAME", address.database(),
                "REPORTING_DB_USER", address.user(),
                "REPORTING_DB_PASSWORD", address.password())));
        new Migration(warehouse).apply();
        DatabaseAddress source = server.address(SOURCE);
        var pipeline = new Pipeline(
                warehouse, () -> SourceDatabase.open(new SourceSettings(source, Duration.ofHours(1))), settings);
        var summary = pipeline.run(new LoadRequest.Full(), _ -> {});
        progress.accept("loaded %,d rows in %.1f s".formatted(summary.rowsRead(), summary.seconds()));
        return warehouse;
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("rca-bench-diagnosis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
