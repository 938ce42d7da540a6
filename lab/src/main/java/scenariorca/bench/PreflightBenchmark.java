package scenariorca.bench;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import scenariorca.explanation.OutlookReader;
import scenariorca.explanation.TypedInputs;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.Pipeline;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.DatabaseFailure;
import scenariorca.platform.Settings;
import scenariorca.platform.SqlFile;
import scenariorca.preflight.Outlook;
import scenariorca.preflight.Preflight;
import scenariorca.scenario.RunId;
import scenariorca.simulator.Playback;
import scenariorca.simulator.Profile;
import scenariorca.simulator.varied.Choices;
import scenariorca.warehouse.EmbeddedPostgres;
import scenariorca.warehouse.Viewer;
import scenariorca.warehouse.Warehouse;
import scenariorca.warehouse.WarehouseReader;

/**
 * Asks before runs of simulated platforms whether they will fail. The platform is played back: before each run asked about time
 * passes until just before it, an incremental load brings in what was new, and the run itself is nowhere.
 */
public final class PreflightBenchmark {
    /** Before any history there is nothing to tell from. */
    private static final double SKIPPED = 0.3;

    private static final Duration BEFORE = Duration.ofMillis(1);
    private static final int PROGRESS = 100;

    private final Settings settings;
    private final EmbeddedPostgres server;
    private final Consumer<String> progress;

    public PreflightBenchmark(Settings settings, EmbeddedPostgres server, Consumer<String> progress) {
        this.settings = settings;
        this.server = server;
        this.progress = progress;
    }

    /** What was known before a run, and the nanoseconds it took to learn that. */
    private record Seen(Run run, Outlook outlook, long nanos) {}

    private record Run(RunId id, UUID scenarioId, Instant startedAt, boolean hasFailed) {}

    /** @param most runs asked about, evenly over time */
    public List<AskedRun> run(long seed, int most) {
        var request = ScratchPlatform.request(Profile.VARIED, seed, Choices.NONE);
        try (var platform = new ScratchPlatform(settings, server, request, progress)) {
            Map<RunId, CaseTruth> truths =
                    platform.simulate(1).stream().collect(Collectors.toMap(CaseTruth::runId, truth -> truth));
            String domain = truths.values().stream()
                    .map(truth -> truth.setting().domain())
                    .findFirst()
                    .orElse("");
            List<Run> all = runs(platform.source());
            List<Run> runs = DiagnosisBenchmark.spread(all.subList((int) (all.size() * SKIPPED), all.size()), most);
            progress.accept("seed %d: asking before %,d of %,d runs".formatted(seed, runs.size(), all.size()));
            return ask(platform, runs).stream()
                    .map(seen -> {
                        CaseTruth truth = truths.get(seen.run().id());
                        return new AskedRun(
                                new AskedRun.Platform(seed, domain),
                                seen.run().hasFailed(),
                                truth == null ? "" : truth.truthClass(),
                                seen.outlook(),
                                seen.nanos());
                    })
                    .toList();
        } catch (SQLException e) {
            throw DatabaseFailure.explain("the embedded server", server.address("postgres"), e);
        }
    }

    private static List<Run> runs(DatabaseAddress source) throws SQLException {
        var runs = new ArrayList<Run>();
        try (Connection connection = DriverManager.getConnection(source.url(), source.properties("rca-bench"));
                var rows = connection.createStatement().executeQuery(SqlFile.read("bench/finished_runs.sql"))) {
            while (rows.next()) {
                runs.add(new Run(
                        new RunId(rows.getObject(4, UUID.class)),
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, OffsetDateTime.class).toInstant(),
                        rows.getBoolean(3)));
            }
        }
        return runs;
    }

    private List<Seen> ask(ScratchPlatform platform, List<Run> runs) {
        var asked = new ArrayList<Seen>();
        try (Playback playback = platform.playback(runs.getFirst().startedAt().minus(BEFORE));
                Warehouse warehouse = platform.emptyWarehouse();
                WarehouseReader reader = WarehouseReader.open(warehouse.address(), 1)) {
            Pipeline pipeline = platform.pipeline(warehouse);
            pipeline.run(new LoadRequest.Full(), _ -> {});
            pipeline.diagnose(_ -> {});
            for (Run run : runs) {
                Instant before = run.startedAt().minus(BEFORE);
                playback.advance(before);
                pipeline.run(new LoadRequest.Incremental(), _ -> {});
                pipeline.diagnose(_ -> {});
                asked.add(ask(reader, run, before));
                if (asked.size() % PROGRESS == 0) {
                    progress.accept("asked before %,d runs".formatted(asked.size()));
                }
            }
        }
        return asked;
    }

    private static Seen ask(WarehouseReader reader, Run run, Instant before) {
        long start = System.nanoTime();
        Outlook outlook = reader.read(
                        Viewer.ALL,
                        snapshot -> OutlookReader.read(snapshot, run.scenarioId(), before, TypedInputs.NONE))
                .orElseThrow();
        Preflight.of(outlook);
        return new Seen(run, outlook, System.nanoTime() - start);
    }
}
