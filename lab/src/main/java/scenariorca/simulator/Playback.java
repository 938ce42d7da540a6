package scenariorca.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;
import scenariorca.simulator.basis.PlatformCourse;
import scenariorca.simulator.output.Journal;
import scenariorca.simulator.output.LivePlayer;
import scenariorca.simulator.output.LogBook;
import scenariorca.simulator.output.PlatformDatabase;
import scenariorca.simulator.output.RowSink;
import scenariorca.simulator.output.TruthFile;

/** A simulated platform of which one sees only what had happened by a time, and lets time pass step by step. */
public final class Playback implements AutoCloseable {
    private final PlatformDatabase database;
    private final LogBook logs;
    private final Journal journal;
    private final PlatformCourse course;
    private final LivePlayer player;

    /**
     * A run that failed.
     *
     * @param endedAt from then on the platform knows it
     * @param truth its line of the truth file
     */
    public record Failure(Instant endedAt, String truth) {}

    private Playback(SimulationRequest request, SimulationTarget target, PlatformDatabase database, Instant from) {
        this.database = database;
        this.logs = new LogBook(target.logs());
        this.journal = new Journal(database.sink(), from);
        this.course = Simulation.course(request, journal, logs, TruthFile.told((endedAt, line) -> {}));
        course.advance(from);
        logs.flush();
        journal.fill();
        database.finish(target.indexes());
        this.player = database.live();
    }

    /** The failed runs of a platform in the order they ended. It is simulated for that alone: nothing is written. */
    public static List<Failure> failures(SimulationRequest request) {
        var failures = new ArrayList<Failure>();
        var truth = TruthFile.told((endedAt, line) -> failures.add(new Failure(endedAt, line)));
        try (var nowhere = new LogBook(null)) {
            Simulation.course(request, new Journal(RowSink.nowhere(), request.end()), nowhere, truth)
                    .fill();
        }
        failures.sort(java.util.Comparator.comparing(Failure::endedAt));
        return failures;
    }

    /** Fills the target's database and log files with what had happened by a time. */
    public static Playback open(SimulationRequest request, SimulationTarget target, Instant from) {
        if (target.url() == null) {
            throw new RcaException(ErrorCode.INVALID_INPUT, "a platform that is played back needs a database");
        }
        PlatformDatabase database =
                PlatformDatabase.open(target.url(), target.properties(), target.replace(), line -> {});
        return new Playback(request, target, database, from);
    }

    /** Lets time pass up to an instant. */
    public void advance(Instant until) {
        course.advance(until);
        logs.flush();
        player.play(journal, until);
    }

    @Override
    public void close() {
        player.close();
        logs.close();
        database.close();
    }
}
