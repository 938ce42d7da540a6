package scenariorca.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import scenariorca.cloudwatch.FolderLogSource;
import scenariorca.logs.LogSelection;
import scenariorca.logs.Redactor;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.LogPlan;
import scenariorca.pipeline.Pipeline;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.Json;
import scenariorca.platform.Settings;
import scenariorca.simulator.Playback;
import scenariorca.simulator.Profile;
import scenariorca.simulator.Simulation;
import scenariorca.simulator.SimulationRequest;
import scenariorca.simulator.SimulationTarget;
import scenariorca.simulator.varied.Choices;
import scenariorca.source.SourceDatabase;
import scenariorca.source.SourceSettings;
import scenariorca.warehouse.EmbeddedPostgres;
import scenariorca.warehouse.Warehouse;

/** A simulated platform and a warehouse loaded from it, in scratch databases that go when it is closed. */
final class ScratchPlatform implements AutoCloseable {
    private static final String SOURCE = "bench_diagnosis_source";
    private static final String TARGET = "bench_diagnosis_target";
    private static final int MOST_DAYS = 60;
    private static final Duration LATE_LINES = Duration.ofHours(2);
    private static final Instant END = Instant.parse("2026-11-20T18:00:00Z");

    private final Settings settings;
    private final EmbeddedPostgres server;
    private final SimulationRequest request;
    private final Consumer<String> progress;
    private final Path directory = temporary();

    ScratchPlatform(Settings settings, EmbeddedPostgres server, SimulationRequest request, Consumer<String> progress) {
        this.settings = settings;
        this.server = server;
        this.request = request;
        this.progress = progress;
    }

    /** The platform of a seed as benchmarks simulate it. */
    static SimulationRequest request(Profile profile, long seed, Choices choices) {
        return new SimulationRequest(profile, seed, 1, END, choices);
    }

    /** A platform that shows what had happened by a time, to be closed by the caller. */
    Playback playback(Instant from) {
        server.dropDatabase(SOURCE);
        server.createDatabase(SOURCE);
        return Playback.open(request, target(null), from);
    }

    private SimulationTarget target(@Nullable Path truth) {
        DatabaseAddress address = server.address(SOURCE);
        return new SimulationTarget(
                address.url(), address.properties("rca-bench"), true, true, directory.resolve("logs"), truth);
    }

    /** Simulates anew and returns what is known of its failed runs. */
    List<CaseTruth> simulate(double scale) {
        server.dropDatabase(SOURCE);
        server.createDatabase(SOURCE);
        Path file = directory.resolve("truth.jsonl");
        var summary = Simulation.run(request.atScale(scale), target(file), _ -> {});
        progress.accept("simulated %,d runs of %,d scenarios, %,d of them failed"
                .formatted(summary.runs(), summary.scenarios(), summary.failedRuns()));
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(Json::read).map(CaseTruth::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A warehouse with all of it, to be closed by the caller. */
    Warehouse load() {
        Warehouse warehouse = emptyWarehouse();
        var summary = pipeline(warehouse)
                .withLogs(logs(true, Clock.fixed(END, ZoneOffset.UTC)))
                .run(new LoadRequest.Full(), _ -> {});
        progress.accept("loaded %,d rows in %.1f s".formatted(summary.rowsRead(), summary.seconds()));
        return warehouse;
    }

    /** A migrated warehouse without rows, to be closed by the caller. */
    Warehouse emptyWarehouse() {
        return FreshWarehouse.make(server, TARGET);
    }

    /** Where the platform's tables are. */
    DatabaseAddress source() {
        return server.address(SOURCE);
    }

    Pipeline pipeline(Warehouse warehouse) {
        DatabaseAddress source = server.address(SOURCE);
        return new Pipeline(
                warehouse,
                () -> SourceDatabase.open(new SourceSettings(source, SourceSettings.FORECASTING, Duration.ofHours(1))),
                settings);
    }

    /**
     * What the simulated platform has logged, late and doubled lines included.
     *
     * @param isWhole whether each load reads all of it; otherwise it goes on where the last one ended
     */
    LogPlan logs(boolean isWhole, Clock clock) {
        var source = new FolderLogSource(directory.resolve("logs"), null);
        return new LogPlan(
                source,
                source.groups().stream()
                        .map(name -> new LogPlan.Group(name, null))
                        .toList(),
                isWhole,
                null,
                MOST_DAYS,
                LATE_LINES,
                0,
                Integer.MAX_VALUE,
                LogSelection.ALL,
                Redactor.standard(false),
                clock);
    }

    @Override
    public void close() {
        server.dropDatabase(SOURCE);
        server.dropDatabase(TARGET);
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path temporary() {
        try {
            return Files.createTempDirectory("rca-bench-diagnosis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
