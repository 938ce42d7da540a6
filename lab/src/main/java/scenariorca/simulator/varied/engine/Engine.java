package scenariorca.simulator.varied.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.varied.engine.Result.Branch;
import scenariorca.simulator.varied.engine.Result.Calculation;
import scenariorca.simulator.varied.engine.Result.Status;

/** Computes every node of every branch of a run. */
public final class Engine {
    private final Job job;
    private final Horizon span;
    private final List<Branch> branches = new ArrayList<>();
    private long clock = 300;
    private Status status = Status.SUCCESS;
    private int failing = -1;
    private @Nullable Failure failure;

    private Engine(Job job) {
        this.job = job;
        Object horizon = job.inputs().getFirst().at(job.horizonPath());
        int count = horizon instanceof java.math.BigDecimal number ? number.intValue() : 1;
        this.span = job.documented().withCount(Math.clamp(count, 1, 2_000));
    }

    /** Runs a job; never throws whatever the documents hold. */
    public static Result run(Job job) {
        var engine = new Engine(job);
        for (int variant = 0; variant < job.variants().size(); variant++) {
            if (engine.failing < 0 || !job.habits().stopsRun()) {
                engine.branch(variant);
            }
        }
        return new Result(engine.status, engine.failing, engine.failure, engine.clock, engine.branches);
    }

    private void branch(int variant) {
        Job.Variant setting = job.variants().get(variant);
        Map<Integer, double[]> results = new HashMap<>();
        var calculations = new ArrayList<Calculation>();
        boolean isOver = false;
        for (int index : job.network().order()) {
            if (isOver) {
                break;
            }
            Node node = job.network().nodes().get(index);
            boolean isReady = job.network().into(index).stream().allMatch(edge -> results.containsKey(edge.from()));
            if (!isReady) {
                orphan(node, calculations);
                continue;
            }
            Calculation done = calculate(node, setting, variant, results);
            calculations.add(done);
            if (done.values() != null) {
                results.put(index, done.values());
            } else {
                isOver = done.status() != Status.FAILED || job.habits().stopsRun();
            }
        }
        branches.add(new Branch(setting.tag(), calculations));
    }

    private void orphan(Node node, List<Calculation> calculations) {
        switch (job.habits().cascade()) {
            case NOTHING -> {}
            case SKIPPED -> calculations.add(new Calculation(node, Status.SKIPPED, clock, clock, null, null));
            case FAILED ->
                calculations.add(new Calculation(
                        node, Status.FAILED, clock, clock + 2, null, new Failure(FailureKind.NO_RESULT, Map.of())));
        }
    }

    private Calculation calculate(Node node, Job.Variant setting, int variant, Map<Integer, double[]> results) {
        long start = clock;
        clock += Math.max(3, (long) (node.work() * 10.0 * Math.min(span.count(), 5_000) / 12 * job.pace()));
        Surroundings.Hit hit = job.world().fault();
        Status ended = Status.FAILED;
        Failure why;
        double[] values = null;
        if (hit != null && hit.node() == node.index() && hit.variant() == variant) {
            why = new Failure(hit.kind(), Map.of());
            ended = hit.kind() == FailureKind.KILLED ? Status.ABANDONED : Status.FAILED;
        } else {
            Outcome outcome = compute(node, setting, results);
            clock = start + (long) Math.min(1e12, (clock - start) * outcome.effort());
            why = outcome.failure();
            values = outcome.values();
            if (clock > job.habits().limitMs()) {
                clock = Math.max(start + 1, job.habits().limitMs());
                String limit = String.valueOf(job.habits().limitMs() / 1000);
                why = new Failure(FailureKind.TIMEOUT, Map.of("limit", limit));
                ended = Status.TIMEOUT;
                values = null;
            }
        }
        if (why != null && failing < 0) {
            failing = node.index();
            failure = why;
            status = ended == Status.TIMEOUT ? Status.TIMEOUT : Status.FAILED;
        }
        return new Calculation(node, why == null ? Status.SUCCESS : ended, start, clock, values, why);
    }

    private record Outcome(
            double @Nullable [] values, @Nullable Failure failure, double effort) {}

    private Outcome compute(Node node, Job.Variant setting, Map<Integer, double[]> results) {
        try {
            double[] feed = feed(node);
            Input input = job.inputs().get(node.index());
            if (job.habits().strictness() == Strictness.INPUT) {
                Failure found = Inspection.first(
                        node.fields(), input, span, job.documented().count());
                if (found != null) {
                    return new Outcome(null, found, 1);
                }
            }
            var parents = node.parents().stream().map(results::get).toList();
            var reader = new Reader(node, input, span, job.habits(), parents, feed);
            double[] values = node.formula().compute(reader);
            for (Network.Edge edge : job.network().into(node.index())) {
                double[] added = edge.gain() != 0 ? results.get(edge.from()) : null;
                for (int i = 0; added != null && i < values.length; i++) {
                    values[i] += edge.gain() * added[i];
                }
            }
            if (setting.node() == node.index()) {
                values = Arrays.stream(values)
                        .map(value -> value * setting.tilt())
                        .toArray();
            }
            Failure found = node.looks(job.habits().strictness()) ? implausible(node, values) : null;
            return new Outcome(found == null ? values : null, found, reader.effort());
        } catch (Failure.Stop e) {
            return new Outcome(null, e.failure(), 1);
        }
    }

    /** Data from elsewhere; an engine that checks only at the end takes what there is. */
    private double[] feed(Node node) {
        double[] values = new double[span.count()];
        Arrays.fill(values, 1);
        Surroundings.FeedState state =
                node.feed() == null ? null : job.world().feeds().get(node.feed());
        if (state == null || node.feed() == null) {
            return values;
        }
        boolean isNoticed = job.habits().strictness() != Strictness.END || state.kind() == FailureKind.FEED_STALE;
        if (isNoticed) {
            int there = (int) (state.share() * span.count());
            throw new Failure.Stop(new Failure(
                    state.kind(),
                    Map.of(
                            "feed", node.feed(),
                            "count", String.valueOf(there),
                            "expected", String.valueOf(span.count()),
                            "since", state.since())));
        }
        Arrays.fill(
                values, Math.min(values.length - 1, (int) (state.share() * values.length)), values.length, Double.NaN);
        return values;
    }

    private @Nullable Failure implausible(Node node, double[] values) {
        for (int period = 0; period < values.length; period++) {
            double value = values[period];
            FailureKind kind = kind(node.band(), value);
            if (kind != null) {
                double limit = value < node.band().low()
                        ? node.band().low()
                        : node.band().high();
                return new Failure(
                        kind,
                        Map.of(
                                "quantity", node.quantity(),
                                "value", Inspection.shown(value),
                                "limit", Inspection.shown(kind == FailureKind.NEGATIVE ? 0 : limit),
                                "period", span.label(period)));
            }
        }
        return null;
    }

    private static @Nullable FailureKind kind(Node.Band band, double value) {
        if (!Double.isFinite(value)) {
            return FailureKind.NOT_FINITE;
        }
        if (value < band.low()) {
            return value < 0 && band.low() >= 0 ? FailureKind.NEGATIVE : FailureKind.TOO_LOW;
        }
        return value > band.high() ? FailureKind.TOO_HIGH : null;
    }
}
