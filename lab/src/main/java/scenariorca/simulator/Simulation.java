package scenariorca.simulator;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.simulator.basis.PlatformCourse;
import scenariorca.simulator.output.FillProgress;
import scenariorca.simulator.output.Journal;
import scenariorca.simulator.output.LivePlayer;
import scenariorca.simulator.output.LogBook;
import scenariorca.simulator.output.PlatformDatabase;
import scenariorca.simulator.output.RowSink;
import scenariorca.simulator.output.Table;
import scenariorca.simulator.output.TruthFile;
import scenariorca.simulator.varied.VariedStage;

/** Simulates a forecasting platform: the one entry point for commands, the demo and benchmarks. */
public final class Simulation {
    private Simulation() {}

    /**
     * What was written.
     *
     * @param runs rows of fc_scenario_run
     * @param calculations rows of fc_scenario_node_calc
     * @param logEvents in all log files
     * @param failedRuns lines of the truth file
     */
    public record Summary(
            int scenarios, long runs, long calculations, long logEvents, long failedRuns, Duration took) {}

    /**
     * How to keep the platform running after the fill.
     *
     * @param speed how many times faster than life
     * @param isStopped asked a few times a second
     * @param whenFilled told once what the fill wrote, when others can read it
     */
    public record Live(double speed, BooleanSupplier isStopped, Clock clock, Consumer<Summary> whenFilled) {}

    /**
     * Fills the target with a platform's past.
     *
     * @throws RcaException when the database cannot be reached, refuses, or holds a platform already; nothing is changed then
     */
    public static Summary run(SimulationRequest request, SimulationTarget target, FillProgress progress) {
        return run(request, target, progress, null);
    }

    /** As {@link #run(SimulationRequest, SimulationTarget, FillProgress)}, and then lives on until stopped. */
    public static Summary run(
            SimulationRequest request, SimulationTarget target, FillProgress progress, @Nullable Live live) {
        long started = System.nanoTime();
        progress.report("simulating profile %s, seed %d, scale %s, up to %s"
                .formatted(request.profile().word(), request.seed(), request.scale(), request.end()));
        try (PlatformDatabase database = open(target, progress);
                LogBook logs = new LogBook(target.logs());
                TruthFile truth = new TruthFile(target.truth())) {
            Counting sink = new Counting(database == null ? RowSink.nowhere() : database.sink());
            var journal = new Journal(sink, request.end());
            PlatformCourse stage = course(request, journal, logs, truth);
            stage.fill();
            logs.flush();
            if (database != null) {
                database.finish(target.indexes());
            }
            var summary = new Summary(
                    stage.scenarioCount(),
                    sink.runs,
                    sink.calculations,
                    logs.written(),
                    truth.written(),
                    Duration.ofNanos(System.nanoTime() - started));
            if (live != null) {
                live.whenFilled().accept(summary);
                live(stage, journal, logs, database, request.end(), live, progress);
            }
            return summary;
        } catch (UncheckedIOException e) {
            throw new RcaException(ErrorCode.PROBLEM, "cannot write: " + e.getMessage(), e);
        }
    }

    /** The platform of a request, set up and not yet begun. */
    static PlatformCourse course(SimulationRequest request, Journal journal, LogBook logs, TruthFile truth) {
        if (request.profile() != Profile.VARIED) {
            return new Stage(request, journal, logs, truth, null);
        }
        var order = new VariedStage.Order(request.seed(), request.scale(), request.end(), request.choices());
        return new VariedStage(order, journal, logs, truth);
    }

    private static @Nullable PlatformDatabase open(SimulationTarget target, FillProgress progress) {
        return target.url() == null
                ? null
                : PlatformDatabase.open(target.url(), target.properties(), target.replace(), progress);
    }

    private static void live(
            PlatformCourse stage,
            Journal journal,
            LogBook logs,
            @Nullable PlatformDatabase database,
            Instant end,
            Live live,
            FillProgress progress) {
        if (stage instanceof Stage people) {
            LiveCrew.join(people, end);
        }
        if (database == null) {
            play(stage, journal, logs, null, end, live, progress);
            return;
        }
        try (LivePlayer player = database.live()) {
            play(stage, journal, logs, player, end, live, progress);
        }
    }

    private static void play(
            PlatformCourse stage,
            Journal journal,
            LogBook logs,
            @Nullable LivePlayer player,
            Instant end,
            Live live,
            FillProgress progress) {
        Instant wallStart = live.clock().instant();
        Instant reported = wallStart;
        long rows = 0;
        while (!live.isStopped().getAsBoolean()) {
            Instant wall = live.clock().instant();
            long passed = (long) (Duration.between(wallStart, wall).toMillis() * live.speed());
            Instant now = end.plusMillis(passed);
            stage.advance(now);
            logs.flush();
            rows += player == null ? 0 : player.play(journal, now);
            if (Duration.between(reported, wall).compareTo(Duration.ofSeconds(10)) >= 0) {
                reported = wall;
                progress.report("live at %s: %d rows, %d log events so far".formatted(now, rows, logs.written()));
            }
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Counts what passes through. */
    private static final class Counting implements RowSink {
        private final RowSink sink;
        private long runs;
        private long calculations;

        private Counting(RowSink sink) {
            this.sink = sink;
        }

        @Override
        public void row(Table table, byte[] row) {
            runs += table == Table.FC_SCENARIO_RUN ? 1 : 0;
            calculations += table == Table.FC_SCENARIO_NODE_CALC ? 1 : 0;
            sink.row(table, row);
        }
    }
}
