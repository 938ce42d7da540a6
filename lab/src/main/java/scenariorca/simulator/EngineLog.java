package scenariorca.simulator;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.LogDelivery;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.EngineNode;
import scenariorca.simulator.engine.InputText;
import scenariorca.simulator.engine.RunResult;
import scenariorca.simulator.engine.RunResult.Calculation;
import scenariorca.simulator.engine.RunResult.Status;

/** The engine's JSON log of one run: progress, slow nodes, failures with their stack traces, and noise. */
final class EngineLog {
    /** What of a run's log bears on the truth. */
    record Traits(boolean isLate, boolean isMisleading) {}

    private static final List<String> LOUD = List.of(
            "Failed to refresh FX rates from provider: Read timed out; using cached rates of yesterday",
            "Could not write audit record: connection reset by peer (will be retried)",
            "OutOfMemoryError caught in metrics exporter, exporter restarted",
            "Permission denied while deleting temporary file /var/forecast/tmp/spill-17.bin",
            "Schema validation of optional template 'dashboard-v1' failed: missing property 'title'");

    private final LogDelivery logs;
    private final Dice dice;
    private final double detail;

    /** @param detail how many of the usual progress lines are written, 0 to 1 */
    EngineLog(LogDelivery logs, Dice dice, double detail) {
        this.logs = logs;
        this.dice = dice;
        this.detail = detail;
    }

    LogDelivery.Host engine() {
        return dice.pick(LogDelivery.ENGINES);
    }

    /** Writes the log of a run and tells what was odd about it. */
    Traits write(Run run, boolean mayMislead) {
        RunResult result = run.result();
        boolean isLate = !result.isSuccess() && dice.chance(0.1);
        boolean isMisleading = mayMislead && !result.isSuccess() && dice.chance(0.14);
        run.delayMillis = isLate ? dice.whole(700_000, 14_400_000) : 0;
        progress(run);
        for (var branch : result.branches()) {
            for (Calculation calculation : branch.calculations()) {
                calculation(run, branch.tag(), calculation);
            }
        }
        if (isMisleading || (result.isSuccess() && dice.chance(0.04 * detail))) {
            long after = Math.max(1, result.milliseconds() - dice.whole(0, 900));
            line(run, after, "ERROR", "engine.Housekeeping", dice.pick(LOUD), null, null, null);
        }
        if (result.branches().isEmpty() && result.failReason() != null) {
            error(
                    run,
                    result.milliseconds(),
                    "Run could not be started",
                    result.failReason(),
                    result.exception(),
                    null,
                    null);
        }
        String end = "Run finished: " + result.status().word();
        line(
                run,
                result.milliseconds(),
                result.isSuccess() ? "INFO" : "ERROR",
                "engine.RunService",
                result.isSuccess() ? end : end + ": " + result.failReason(),
                null,
                null,
                null);
        return new Traits(isLate, isMisleading);
    }

    private void progress(Run run) {
        line(run, 500, "INFO", "engine.RunService", "Run accepted for " + run.scenarioName, null, null, null);
        if (!dice.chance(detail)) {
            return;
        }
        line(
                run,
                700,
                "INFO",
                "engine.InputLoader",
                "Loaded " + run.nodes + " input versions in " + dice.whole(40, 400) + " ms",
                null,
                null,
                null);
        if (dice.chance(0.15)) {
            line(
                    run,
                    800,
                    "WARN",
                    "engine.FxClient",
                    "Fetching FX rates failed (attempt 1 of 3), retrying in 200 ms",
                    null,
                    null,
                    null);
        }
    }

    private void calculation(Run run, String branch, Calculation calculation) {
        EngineNode node = calculation.node();
        long took = calculation.endMs() - calculation.startMs();
        switch (calculation.status()) {
            case SUCCESS -> {
                if (took > 3_000) {
                    line(
                            run,
                            calculation.endMs(),
                            "WARN",
                            "engine.NodeRunner",
                            "Slow node: " + node.name() + " took " + took + " ms",
                            node,
                            branch,
                            null);
                } else if (dice.chance(0.06 * detail)) {
                    line(
                            run,
                            calculation.endMs(),
                            "DEBUG",
                            "engine.NodeRunner",
                            "Computed " + node.name() + " in " + took + " ms",
                            node,
                            branch,
                            null);
                }
            }
            case SKIPPED -> {}
            case FAILED, TIMEOUT, ABANDONED -> failure(run, branch, calculation);
        }
    }

    private void failure(Run run, String branch, Calculation calculation) {
        EngineNode node = calculation.node();
        String reason = String.valueOf(calculation.reason());
        if (calculation.exception() == null) {
            String level = calculation.status() == Status.TIMEOUT ? "ERROR" : "WARN";
            line(
                    run,
                    calculation.endMs(),
                    level,
                    "engine.NodeRunner",
                    "Node " + node.name() + " not computed: " + reason,
                    node,
                    branch,
                    null);
            return;
        }
        if (node.isOptional()) {
            line(
                    run,
                    calculation.endMs(),
                    "WARN",
                    "engine.NodeRunner",
                    "Optional node " + node.name() + " failed: " + reason,
                    node,
                    branch,
                    null);
            return;
        }
        error(
                run,
                calculation.endMs(),
                "Node " + node.name() + " failed",
                reason,
                calculation.exception(),
                node,
                branch);
    }

    private void error(
            Run run,
            long after,
            String message,
            String reason,
            @Nullable String exception,
            @Nullable EngineNode node,
            @Nullable String branch) {
        String name = exception == null ? "java.lang.RuntimeException" : exception;
        List<String> trace = EngineTraces.of(name, reason, node);
        if (dice.chance(0.35)) {
            // The engine's second appender writes the trace line by line: CloudWatch holds one event for each.
            line(run, after, "ERROR", "engine.NodeRunner", message + ": " + reason, node, branch, null);
            long delay = run.delayMillis > 0 ? run.delayMillis : logs.delayMillis();
            for (int i = 0; i < trace.size(); i++) {
                Instant at = run.stamp.at().plusMillis(after + 1 + i / 3);
                logs.send(run.host, at, delay, trace.get(i));
            }
            return;
        }
        line(
                run,
                after,
                "ERROR",
                "engine.NodeRunner",
                message,
                node,
                branch,
                new Trace(name, String.join("\n", trace)));
    }

    private record Trace(String exception, String text) {}

    private void line(
            Run run,
            long after,
            String level,
            String logger,
            String message,
            @Nullable EngineNode node,
            @Nullable String branch,
            @Nullable Trace trace) {
        var json = new StringBuilder(400);
        json.append("{\"timestamp\":\"")
                .append(LogDelivery.iso(
                        LogDelivery.clock(run.host, run.stamp.at().plusMillis(after))))
                .append('"');
        field(json, "level", level);
        field(json, "service", "forecast-engine");
        field(json, "environment", "prod");
        field(json, "logger", logger);
        field(json, "thread", "engine-" + run.thread);
        field(json, "run_id", run.id.toString());
        field(json, "scenario_id", run.scenarioId.toString());
        if (node != null && branch != null) {
            field(json, "node_id", node.id().toString());
            field(json, "node", node.name());
            field(json, "branch", branch);
        }
        field(json, "correlation_id", run.stamp.request().toString());
        field(json, "user", run.stamp.user());
        field(json, "message", message);
        if (trace != null) {
            field(json, "exception", trace.exception());
            field(json, "stack_trace", trace.text());
        }
        send(run, after, json.append('}').toString());
    }

    private static void field(StringBuilder json, String name, String value) {
        json.append(",\"").append(name).append("\":");
        InputText.quote(value, json);
    }

    private void send(Run run, long after, String message) {
        long delay = run.delayMillis > 0 ? run.delayMillis : logs.delayMillis();
        logs.send(run.host, run.stamp.at().plusMillis(after), delay, message);
    }

    /** The run a log is about. */
    static final class Run {
        private final UUID id;
        private final Stamp stamp;
        private final UUID scenarioId;
        private final String scenarioName;
        private final int nodes;
        private final RunResult result;
        private final LogDelivery.Host host;
        private final int thread;
        private long delayMillis;

        Run(UUID id, Stamp stamp, Scenario scenario, RunResult result, LogDelivery.Host host, int thread) {
            this.id = id;
            this.stamp = stamp;
            this.scenarioId = scenario.id;
            this.scenarioName = scenario.name;
            this.nodes = scenario.model.graph().size();
            this.result = result;
            this.host = host;
            this.thread = thread;
        }

        RunResult result() {
            return result;
        }

        /** When the last of it happened, as far as the run's end goes. */
        Instant end() {
            return stamp.at().plusMillis(result.milliseconds());
        }
    }
}
