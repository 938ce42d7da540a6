package scenariorca.simulator;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.LogDelivery;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.RunResult;

/** The dispatcher's plain text log: queueing, deployments, and lines that look worse than they are. */
final class WorkerLog {
    private static final List<String> ALARMING = List.of(
            "ERROR|c.f.worker.Metrics|Failed to push 214 metrics to statsd: timed out after 2000 ms, dropping batch",
            "WARN |c.f.worker.Pool|Connection pool exhausted (20/20 in use), waiting",
            "ERROR|c.f.worker.Mailer|Could not send digest to forecast-team@example.com: 451 greylisted, will retry",
            "WARN |c.f.worker.Gc|GC pause of 1840 ms exceeded threshold of 1000 ms",
            "WARN |c.f.worker.Cache|Evicted 4096 entries, heap at 88%, OutOfMemoryError possible if this continues",
            "ERROR|c.f.worker.Audit|Duplicate audit record ignored: duplicate key value violates unique constraint",
            "WARN |c.f.worker.Clock|NTP offset 41.2 s exceeds 1 s");

    private final LogDelivery logs;
    private final Dice dice;

    WorkerLog(LogDelivery logs, Dice dice) {
        this.logs = logs;
        this.dice = dice;
    }

    void run(UUID run, Stamp stamp, LogDelivery.Host engine, RunResult result) {
        LogDelivery.Host host = dice.pick(LogDelivery.WORKERS);
        String ids = "run=" + run + " request=" + stamp.request();
        line(host, stamp.at().plusMillis(60), "INFO ", "c.f.worker.Queue", ids + " queued, depth " + dice.whole(0, 6));
        line(
                host,
                stamp.at().plusMillis(400),
                "INFO ",
                "c.f.worker.Dispatcher",
                "run=" + run + " picked up by " + engine.name());
        boolean hasEnded = result.isSuccess();
        line(
                host,
                stamp.at().plusMillis(result.milliseconds() + 20),
                hasEnded ? "INFO " : "WARN ",
                "c.f.worker.Dispatcher",
                String.format(
                        Locale.ROOT,
                        "run=%s finished status=%s in %.1f s",
                        run,
                        result.status().word(),
                        result.milliseconds() / 1000.0));
    }

    /** A deployment, which may or may not be to blame for what comes after. */
    void deployed(Instant at, String release) {
        for (LogDelivery.Host host : LogDelivery.WORKERS) {
            line(host, at, "INFO ", "c.f.worker.Deploy", "Deployed release " + release + " of forecast-engine");
        }
    }

    /** Something operators see when a fault begins or ends. */
    void operations(Instant at, String level, String text) {
        line(LogDelivery.WORKERS.getFirst(), at, level, "c.f.worker.Supervisor", text);
    }

    /** A line that has nothing to do with any run. */
    void noise(Instant at) {
        String[] parts = dice.pick(ALARMING).split("\\|");
        line(dice.pick(LogDelivery.WORKERS), at, parts[0], parts[1], parts[2]);
    }

    void heartbeat(Instant at) {
        line(
                dice.pick(LogDelivery.WORKERS),
                at,
                "INFO ",
                "c.f.worker.Heartbeat",
                "alive, " + dice.whole(0, 3) + " runs active, heap " + dice.whole(35, 79) + "%");
    }

    private void line(LogDelivery.Host host, Instant at, String level, String logger, String text) {
        logs.send(
                host,
                at,
                LogDelivery.plain(LogDelivery.clock(host, at)) + " " + level + " [" + host.name() + "-"
                        + dice.whole(1, 8) + "] " + logger + " - " + text);
    }
}
