package scenariorca.simulator;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.output.Journal;
import scenariorca.simulator.output.TruthFile;

/**
 * What every part of the platform shares.
 *
 * @param end the instant of the last event of the first fill
 * @param eventTypes ids of the platform's event types
 */
record Office(
        Journal journal,
        ApiLog api,
        EngineLog engine,
        WorkerLog worker,
        TruthFile truth,
        Platform platform,
        Trial trial,
        List<UUID> eventTypes,
        Dice ids,
        Instant end) {

    /** A new request of a user. */
    Stamp stamp(Instant at, String user) {
        return new Stamp(at, user, ids.id());
    }
}
