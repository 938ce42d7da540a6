package scenariorca.simulator.varied;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.output.TruthFile;
import scenariorca.simulator.varied.engine.Engine;
import scenariorca.simulator.varied.engine.Node;
import scenariorca.simulator.varied.engine.Result;
import scenariorca.simulator.varied.engine.Surroundings;

/** The platform: what people can do on it, and what it writes of that. */
final class VariedPlatform {
    /** Told of every failed run, for proofs; does nothing elsewhere. */
    interface Witness {
        void failed(Plan plan, Surroundings world, Cause cause);
    }

    /** How long a dead worker goes unnoticed. */
    private static final long WATCHDOG_MS = 240_000;

    private static final int TRIES = 60;

    private final Rows rows;
    private final VariedRunRows runRows;
    private final RunLog log;
    private final TruthFile truth;
    private final Weather weather;
    private final Witness witness;
    private final Dice ids;
    private final Dice pace;

    VariedPlatform(
            Rows rows,
            VariedRunRows runRows,
            RunLog log,
            TruthFile truth,
            Weather weather,
            Witness witness,
            Dice dice) {
        this.rows = rows;
        this.runRows = runRows;
        this.log = log;
        this.truth = truth;
        this.weather = weather;
        this.witness = witness;
        this.ids = dice.split("ids");
        this.pace = dice.split("pace");
    }

    Stamp stamp(Instant at, String user) {
        return new Stamp(at, user, ids.id());
    }

    Rows rows() {
        return rows;
    }

    /** A scenario with usual documents that run well. */
    Plan create(TradeModel model, String name, Stamp stamp, Dice dice) {
        var plan = new Plan(ids.id(), name, model, stamp);
        for (int i = 0; i < TRIES; i++) {
            List<Input> inputs = ModelFactory.inputs(model.nodes(), model.documented(), dice.split("draft", i));
            if (Proof.passes(plan, model.sound().network(), inputs)) {
                for (Node node : model.nodes()) {
                    first(plan, node, inputs.get(node.index()), stamp, "create_scenario");
                }
                rows.scenario(plan, stamp);
                log.request(stamp, "POST", "/scenarios", 201);
                return plan;
            }
        }
        throw new IllegalStateException("no usual documents of " + model.name() + " run well");
    }

    /** The first version of a node's document. */
    void first(Plan plan, Node node, Input input, Stamp stamp, String source) {
        var saved = new Plan.Saved(ids.id(), node.index(), input, source, stamp);
        plan.saved.add(saved);
        rows.saved(plan, saved, null);
    }

    /** Saves changes of one node's document in one version; returns what was there before. */
    Plan.Saved save(Plan plan, int node, List<TypedChange> changes, Stamp stamp) {
        Plan.Saved old = plan.saved.get(node);
        Input input = old.input();
        for (TypedChange change : changes) {
            input = change.apply(input);
        }
        var fresh = new Plan.Saved(ids.id(), node, input, "ui", stamp);
        rows.saved(plan, old, stamp);
        rows.saved(plan, fresh, null);
        plan.saved.set(node, fresh);
        plan.edits += changes.size();
        rows.scenario(plan, stamp);
        String path = "/scenarios/" + plan.id + "/nodes/"
                + plan.model.nodes().get(node).id();
        log.request(stamp, "PUT", path, 200);
        return old;
    }

    /** Runs a scenario; null when a failure would have no one reason, and so nobody starts it. */
    @Nullable
    Result run(Plan plan, Stamp stamp) {
        UUID id = ids.id();
        TradeModel model = plan.model;
        Surroundings world = weather.at(stamp.at(), model, id);
        double speed = pace.between(0.75, 1.35);
        Result result = Engine.run(model.job(model.revision().network(), plan.inputs(), world, speed));
        Cause cause = result.isSuccess() ? null : Cause.of(plan, world);
        if (!result.isSuccess() && cause == null) {
            return null;
        }
        boolean isDead = result.branches().stream()
                .flatMap(branch -> branch.calculations().stream())
                .anyMatch(calculation -> calculation.status() == Result.Status.ABANDONED);
        long watched = isDead ? WATCHDOG_MS : 0;
        String reason = VariedRunRows.reason(model.service(), result, model.nodes());
        runRows.write(id, plan, stamp, result, reason, watched);
        log.request(stamp, "POST", "/scenarios/" + plan.id + "/runs", 202);
        log.run(id, plan, stamp, result);
        Instant ended = stamp.at().plusMillis(result.tookMs() + watched + 500);
        plan.busyUntil = ended.plusSeconds(1);
        if (cause == null) {
            plan.good = new Plan.Good(
                    id,
                    stamp.at(),
                    new ArrayList<>(plan.inputs()),
                    plan.saved.stream().map(Plan.Saved::id).toList());
            plan.edits = 0;
            plan.failures = 0;
        } else {
            CauseOrigin origin = CauseOrigin.of(id, stamp.at(), plan, cause, weather);
            truth.add(stamp.at(), ended, TruthLine.of(id, stamp, plan, result, cause, origin));
            witness.failed(plan, world, cause);
            plan.failures++;
        }
        return result;
    }
}
