package scenariorca.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import scenariorca.audit.AuditVerification;
import scenariorca.pipeline.Verification;
import scenariorca.platform.DatabaseAddress;
import scenariorca.platform.Settings;
import scenariorca.platform.SqlFile;
import scenariorca.simulator.Profile;
import scenariorca.simulator.Simulation;
import scenariorca.simulator.SimulationRequest;
import scenariorca.simulator.SimulationTarget;
import scenariorca.source.SourceDatabase;
import scenariorca.source.SourceSettings;
import scenariorca.warehouse.Migration;
import scenariorca.warehouse.Warehouse;

/**
 * A simulated platform, its log files, a receiver of alerts, and a warehouse in each state that a task begins with, on two
 * servers of its own. What a task makes of its state when nothing disturbs it is the twin that a disturbed one is held against.
 */
final class ChaosWorld implements AutoCloseable {
    static final Instant END = Instant.parse("2026-11-20T18:00:00Z");
    /** How long the platform has been there: a short time, so that a load is short and many are killed. */
    static final Duration LIFE = Duration.ofDays(3);
    /** When the platform was loaded whose warehouse is "behind". */
    private static final Instant CUT = END.minus(Duration.ofDays(1));

    private static final String PLATFORM = "chaos_platform";
    private static final String EARLIER = "chaos_earlier";
    private static final String TARGET = "chaos_target";
    private static final double SCALE = 0.1;

    final ChaosServer source;
    final ChaosServer warehouse;
    final ChaosDisk disk;
    private final ChaosReceiver receiver = ChaosReceiver.start();
    private final AtomicBoolean isStopped = new AtomicBoolean();
    private final Path directory;
    private final Path logs;
    private final Map<ChaosTask, Twin> twins = new EnumMap<>(ChaosTask.class);

    /**
     * What a task comes to when nothing disturbs it.
     *
     * @param amounts what the warehouse holds then
     * @param told the ids of the messages that a receiver was handed
     */
    private record Twin(Map<String, Amount> amounts, List<String> told) {
        long things() {
            return amounts.values().stream().mapToLong(Amount::amount).sum();
        }
    }

    /** Of one thing that a warehouse holds. */
    record Amount(String what, long amount, String digest) {}

    /**
     * What is wrong with a warehouse, against its twin.
     *
     * @param lost rows, events and messages that are missing
     * @param twice those that are there once too often
     * @param again messages that a receiver was handed again under the same id, by which it knows
     * @param faults what else is wrong, a line each
     */
    record Finding(long lost, long twice, long again, List<String> faults) {
        boolean isHealthy() {
            return lost == 0 && twice == 0 && faults.isEmpty();
        }
    }

    ChaosWorld(long seed, Consumer<String> progress) {
        try {
            directory = Files.createTempDirectory("rca-bench-chaos");
            logs = Files.createDirectory(directory.resolve("logs"));
            disk = ChaosDisk.at(Files.createDirectory(directory.resolve("warehouse")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        source = ChaosServer.start(directory.resolve("source"));
        warehouse = ChaosServer.start(directory.resolve("warehouse"));
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "rca-bench-shutdown"));
        receiver.channelFile(directory);
        simulate(seed, progress);
        prepare(progress);
    }

    private void simulate(long seed, Consumer<String> progress) {
        source.create(PLATFORM);
        DatabaseAddress address = source.address(PLATFORM);
        var target = new SimulationTarget(address.url(), address.properties("rca-bench"), true, true, logs, null);
        var summary = Simulation.run(new SimulationRequest(Profile.STANDARD, seed, SCALE, END), target, _ -> {});
        progress.accept("simulated %,d runs, %,d of them failed".formatted(summary.runs(), summary.failedRuns()));
        leave(PLATFORM, END.plus(LIFE));
        source.copy(PLATFORM, EARLIER);
        leave(EARLIER, CUT);
    }

    /** Leaves the runs until a time. */
    private void leave(String platform, Instant until) {
        String sql = SqlFile.read("bench/chaos_runs.sql")
                .replace(":from", END.minus(LIFE).toString())
                .replace(":until", until.toString());
        source.execute(platform, "begin; " + sql + "; commit; vacuum analyze");
    }

    /** Goes through the tasks once, undisturbed, and keeps each state and each twin. */
    private void prepare(Consumer<String> progress) {
        warehouse.create(state(ChaosTask.TABLES));
        try (Warehouse empty = Warehouse.open(settings(PLATFORM, state(ChaosTask.TABLES)))) {
            new Migration(empty).apply();
        }
        begin(ChaosTask.TABLES);
        twin(ChaosTask.TABLES);

        begin(ChaosTask.TABLES);
        var earlier = new ChaosWork(settings(EARLIER, TARGET), logs);
        earlier.run(ChaosTask.ALERTS, at(CUT)); // a channel that sees all problems begin
        earlier.run(ChaosTask.TABLES, at(CUT));
        earlier.run(ChaosTask.LOGS, at(CUT));
        for (ChaosTask task : List.of(ChaosTask.CHANGES, ChaosTask.LOGS, ChaosTask.ALERTS)) {
            warehouse.copy(TARGET, state(task));
            twin(task);
            progress.accept("twin of %s: %,d things to hold, %,d messages"
                    .formatted(task, twinOf(task).things(), twinOf(task).told().size()));
        }
    }

    private void twin(ChaosTask task) {
        work().run(task, at(END));
        twins.put(task, new Twin(amounts(), List.copyOf(receiver.takenSince().keySet())));
    }

    private Twin twinOf(ChaosTask task) {
        return Objects.requireNonNull(twins.get(task));
    }

    private static String state(ChaosTask task) {
        return "chaos_" + task.start();
    }

    static Clock at(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    /** Puts the warehouse into the state that a task begins with. */
    void begin(ChaosTask task) {
        warehouse.copy(state(task), TARGET);
        receiver.takenSince();
    }

    /** Does tasks in this program. */
    ChaosWork work() {
        return new ChaosWork(settings(PLATFORM, TARGET), logs);
    }

    /** A program of its own that waits for a task. */
    ChaosVictim victim() {
        return ChaosVictim.start(environment(PLATFORM, TARGET), logs);
    }

    /** What there is against what should be, by counts, by verification against the source, and by the audit chain. */
    Finding check(ChaosTask task) {
        long lost = 0;
        long twice = 0;
        var faults = new ArrayList<String>();
        Map<String, Amount> found = amounts();
        for (Amount should : twinOf(task).amounts().values()) {
            Amount is = found.getOrDefault(should.what(), new Amount(should.what(), 0, ""));
            lost += Math.max(0, should.amount() - is.amount());
            twice += Math.max(0, is.amount() - should.amount());
            if (!is.equals(should)) {
                faults.add("%s: %s instead of %s".formatted(task, is, should));
            }
        }
        Map<String, Integer> taken = receiver.takenSince();
        for (String id : twinOf(task).told()) {
            lost += taken.containsKey(id) ? 0 : 1;
        }
        twice += taken.keySet().stream()
                .filter(id -> !twinOf(task).told().contains(id))
                .count();
        long again = taken.values().stream().mapToLong(times -> times - 1L).sum();
        try (Warehouse target = Warehouse.open(settings(PLATFORM, TARGET));
                SourceDatabase platform = SourceDatabase.open(
                        SourceSettings.from(settings(PLATFORM, TARGET)).orElseThrow())) {
            if (!Verification.run(target, platform).isEqual()) {
                faults.add(task + ": verify finds a difference");
            }
            if (!AuditVerification.run(target, List.of()).isIntact()) {
                faults.add(task + ": verify --audit finds a fault");
            }
        }
        return new Finding(lost, twice, again, faults);
    }

    private Map<String, Amount> amounts() {
        var amounts = new HashMap<String, Amount>();
        try (Warehouse target = Warehouse.open(settings(PLATFORM, TARGET));
                Connection connection = target.connect("rca-bench")) {
            target.query(connection, "bench/chaos_state.sql")
                    .list(Amount.class)
                    .forEach(amount -> amounts.put(amount.what(), amount));
            return amounts;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Settings settings(String platform, String target) {
        return Settings.of(environment(platform, target));
    }

    private Map<String, String> environment(String platform, String target) {
        var environment = new HashMap<String, String>();
        environment.putAll(source.address(platform).settings("SOURCE_DB"));
        environment.putAll(warehouse.address(target).settings("REPORTING_DB"));
        environment.put("ALERTS_FILE", directory.resolve("alerts.yml").toString());
        return environment;
    }

    /** Where the program is asked to end meanwhile (Ctrl-C), no server is left behind. */
    private void stop() {
        if (isStopped.getAndSet(true)) {
            return;
        }
        warehouse.close();
        source.close();
        disk.close();
    }

    @Override
    public void close() {
        receiver.close();
        stop();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
