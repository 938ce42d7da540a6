package scenariorca.bench;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.Settings;
import scenariorca.simulator.Profile;
import scenariorca.simulator.varied.Choices;
import scenariorca.warehouse.EmbeddedPostgres;
import scenariorca.warehouse.Viewer;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/**
 * Measures problems: simulates a platform whose failures have known causes into scratch databases, loads it as any source, and
 * compares which runs are one problem, its episodes and its release with the truth, which only the score reads.
 */
public final class ProblemBenchmark {
    private final Settings settings;
    private final EmbeddedPostgres server;
    private final Consumer<String> progress;

    public ProblemBenchmark(Settings settings, EmbeddedPostgres server, Consumer<String> progress) {
        this.settings = settings;
        this.server = server;
        this.progress = progress;
    }

    /**
     * A run, and the episode of the problem that struck it, as the warehouse tells it.
     *
     * @param recoveredAt null while the episode lasts
     * @param releasedAt when the release was there that is named for the episode; null when none is
     */
    record StruckRun(
            UUID runId,
            String problemId,
            String problemClass,
            String rootFingerprint,
            String nodeName,
            int episodeNo,
            Instant startedAt,
            Instant lastFailedAt,
            @Nullable Instant recoveredAt,
            @Nullable Instant releasedAt) {}

    /** Runs all of it and removes the scratch databases and files. */
    public ProblemFigures run(Profile profile, long seed, Choices choices) {
        var request = ScratchPlatform.request(profile, seed, choices);
        try (var platform = new ScratchPlatform(settings, server, request, progress)) {
            List<CaseTruth> truth = platform.simulate(1);
            try (Warehouse warehouse = platform.load();
                    WarehouseReader reader = WarehouseReader.open(warehouse.address(), 1)) {
                platform.pipeline(warehouse).diagnose(_ -> {});
                List<StruckRun> struck = reader.read(
                        Viewer.ALL,
                        snapshot -> snapshot.query("bench/problem_runs.sql").list(StruckRun.class));
                return new ProblemScore(truth, struck).report();
            }
        }
    }
}
