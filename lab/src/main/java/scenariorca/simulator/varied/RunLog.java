package scenariorca.simulator.varied;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.LogDelivery;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.output.PlatformLog;
import scenariorca.simulator.varied.engine.Failure;
import scenariorca.simulator.varied.engine.FailureKind;
import scenariorca.simulator.varied.engine.Node;
import scenariorca.simulator.varied.engine.Result;
import scenariorca.simulator.varied.engine.Result.Calculation;
import scenariorca.simulator.varied.voice.SpokenLine;
import scenariorca.simulator.varied.voice.SpokenTrace;

/** What engines, loaders and operators write into logs: of runs, and of nothing in particular. */
final class RunLog {
    private static final List<String> ALARMING = List.of(
            "could not refresh metrics endpoint: i/o timeout, will retry",
            "heap usage 91 percent, old generation collection took 1.9 s",
            "deprecated option 'legacyRounding' ignored",
            "certificate of telemetry sink expires in 6 days",
            "audit record discarded: unique constraint violated",
            "slow query 2.3 s: select from session_cache",
            "cache miss ratio above 0.8 for reference data");
    private static final LogDelivery.Host OPERATORS = new LogDelivery.Host(PlatformLog.WORKER, "ops-1", 900);

    private final LogDelivery logs;
    private final Dice dice;

    RunLog(LogDelivery logs, Dice dice) {
        this.logs = logs;
        this.dice = dice;
    }

    /** The log of a run; nothing from an engine without one. */
    void run(UUID id, Plan plan, Stamp stamp, Result result) {
        Service service = plan.model.service();
        if (!service.isLogging()) {
            return;
        }
        String logger = service.name() + ".runner";
        say(service, stamp, id, 200, new Said("INFO", logger, "run accepted for " + plan.name), true);
        if (dice.chance(0.3)) {
            say(service, stamp, id, 420, new Said("WARN", "telemetry", dice.pick(ALARMING)), false);
        }
        for (Result.Branch branch : result.branches()) {
            for (Calculation calculation : branch.calculations()) {
                calculation(service, stamp, id, calculation);
            }
        }
        boolean isSilent = !service.voice().hasLog() || isKilled(result);
        if (!isSilent || result.isSuccess()) {
            String ended = "run ended " + service.spelling().of(result.status());
            String why = result.isSuccess() || !service.tongue().isWrapping() ? "" : why(service, plan, result);
            String level = result.isSuccess() ? "INFO" : "ERROR";
            say(service, stamp, id, result.tookMs() + 15, new Said(level, logger, ended + why), false);
        }
    }

    private static boolean isKilled(Result result) {
        Failure failure = result.failure();
        return failure != null && failure.kind() == FailureKind.KILLED;
    }

    private static String why(Service service, Plan plan, Result result) {
        Failure failure = result.failure();
        if (failure == null) {
            return "";
        }
        return ": " + service.voice().says(plan.model.nodes().get(result.failing()), failure);
    }

    private void calculation(Service service, Stamp stamp, UUID run, Calculation calculation) {
        Node node = calculation.node();
        Failure failure = calculation.failure();
        String logger = service.name() + '.' + node.type().replace(' ', '_');
        if (failure == null) {
            if (calculation.status() == Result.Status.SUCCESS && dice.chance(0.12)) {
                say(
                        service,
                        stamp,
                        run,
                        calculation.endMs(),
                        new Said("INFO", logger, node.quantity() + " computed"),
                        false);
            }
            return;
        }
        String said = service.voice().says(node, failure);
        if (said == null || !service.voice().hasLog()) {
            return;
        }
        String language = service.voice().trace();
        List<String> trace = language == null ? List.of() : SpokenTrace.of(language, node, said);
        String message = language == null ? said : "step " + (node.index() + 1) + " failed";
        say(service, stamp, run, calculation.endMs(), new Said("ERROR", logger, message, trace), false);
    }

    private record Said(String level, String logger, String message, List<String> trace) {
        private Said(String level, String logger, String message) {
            this(level, logger, message, List.of());
        }
    }

    private void say(Service service, Stamp stamp, UUID run, long afterMs, Said said, boolean isFirst) {
        Instant at = stamp.at().plusMillis(afterMs);
        SpokenLine line = service.tongue()
                .line(at, said.level(), said.logger(), said.message(), stamp.request(), run, isFirst)
                .with(said.trace());
        send(service, line, at);
    }

    private void send(Service service, SpokenLine line, Instant at) {
        long delay = dice.chance(0.03) ? dice.whole(120_000, 3_600_000) : logs.delayMillis();
        int number = 0;
        for (String event : service.tongue().dialect().events(line)) {
            logs.send(service.tongue().host(), at.plusMillis(number++ / 4), delay, event);
        }
    }

    /** A request somebody made; the gateway's line. */
    void request(Stamp stamp, String method, String path, int status) {
        LogDelivery.Host host = dice.pick(LogDelivery.API);
        Instant at = stamp.at().plusMillis(dice.whole(8, 300));
        logs.send(
                host,
                at,
                "%s INFO gateway method=%s path=%s status=%d user=%s correlation_id=%s"
                        .formatted(
                                LogDelivery.iso(LogDelivery.clock(host, at)),
                                method,
                                path,
                                status,
                                stamp.user(),
                                stamp.request()));
    }

    /** Something operators see, that belongs to no run. */
    void operations(Instant at, String level, String text) {
        logs.send(OPERATORS, at, LogDelivery.plain(LogDelivery.clock(OPERATORS, at)) + " " + level + " [ops] " + text);
    }

    void noise(Instant at) {
        operations(at, dice.chance(0.5) ? "WARN" : "ERROR", dice.pick(ALARMING));
    }

    /** What operators see when a spell of bad weather begins: seldom the whole truth, and a little late. */
    static @Nullable String alarm(Weather.Spell spell) {
        return switch (spell.kind()) {
            case MEMORY -> "container restarted, exit code 137";
            case CREDENTIAL -> "token renewal rejected by identity provider";
            case FAILOVER -> "primary lost, election started";
            case THROTTLED -> "provider returns 429, backing off";
            case DISK -> "volume scratch at 100 percent";
            case RELEASE -> "rollout of engine build 8812 finished";
            case KILLED -> "node drained, 3 workers terminated";
            case FEED_LATE -> "import " + spell.feed() + " waiting for delivery";
            case FEED_SHORT -> "import " + spell.feed() + " finished with fewer rows than usual";
            case FEED_STALE -> "import " + spell.feed() + " skipped, file unchanged";
            case FEED_MISSING -> "import " + spell.feed() + " found no file";
            default -> null;
        };
    }
}
