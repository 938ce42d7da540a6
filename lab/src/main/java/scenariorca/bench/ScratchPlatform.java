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
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import scenariorca.cloudwatch.FolderLogSource;
import scenariorca.logs.Redactor;
import scenariorca.pipeline.LoadRequest;
import scenariorca.pipeline.LogPlan;
import scenariorca.pipeline.LogSelection;
import scenariorca.pipeline.Pipeline;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.Json;
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

/** A simulated platform and a warehouse loaded from it, in scratch databases that go when it is closed. */
final class ScratchPlatform implements AutoCloseable {
    private static final String SOURCE = "bench_diagnosis_source";
    private static final String TARGET = "bench_diagnosis_target";
    private static final Instant END = Instant.parse("2026-11-20T18:00:00Z");

    private final Settings settings;
    private final EmbeddedPostgres server;
    private final Profile profile;
    private final long seed;
    private final Consumer<String> progress;
    private final Path directory = temporary();

    ScratchPlatform(Settings settings, EmbeddedPostgres server, Profile profile, long seed, Consumer<String> progress) {
        this.settings = settings;
        this.server = server;
        this.profile = profile;
        this.seed = seed;
        this.progress = progress;
    }

    /** Simulates anew and returns what is known of its failed runs. */
    List<CaseTruth> simulate(double scale) {
        server.dropDatabase(SOURCE);
        server.createDatabase(SOURCE);
        DatabaseAddress address = server.address(SOURCE);
        Path file = directory.resolve("truth.jsonl");
        var target = new SimulationTarget(
                address.url(), address.properties("rca-bench"), true, false, directory.resolve("logs"), file);
        var summary = Simulation.run(new SimulationRequest(profile, seed, scale, END), target, _ -> {});
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
                warehouse,
                () -> SourceDatabase.open(new SourceSettings(source, SourceSettings.FORECASTING, Duration.ofHours(1))),
                settings);
        var summary = pipeline.withLogs(logs()).run(new LoadRequest.Full(), _ -> {});
        progress.accept("loaded %,d rows in %.1f s".formatted(summary.rowsRead(), summary.seconds()));
        return warehouse;
    }

    /** All that the simulated platform has logged, late and doubled lines included. */
    private LogPlan logs() {
        var source = new FolderLogSource(directory.resolve("logs"), null);
        return new LogPlan(
                source,
                source.groups().stream()
                        .map(name -> new LogPlan.Group(name, null))
                        .toList(),
                true,
                null,
                1,
                Duration.ZERO,
                0,
                Integer.MAX_VALUE,
                LogSelection.ALL,
                Redactor.standard(false),
                Clock.fixed(END, ZoneOffset.UTC));
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
