package scenariorca.simulator.varied;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.varied.domain.Domain;
import scenariorca.simulator.varied.domain.Sketch;
import scenariorca.simulator.varied.engine.Draft;
import scenariorca.simulator.varied.engine.Engine;
import scenariorca.simulator.varied.engine.Habits;
import scenariorca.simulator.varied.engine.Horizon;
import scenariorca.simulator.varied.engine.Job;
import scenariorca.simulator.varied.engine.Network;
import scenariorca.simulator.varied.engine.Node;
import scenariorca.simulator.varied.engine.Result;
import scenariorca.simulator.varied.engine.Strictness;
import scenariorca.simulator.varied.engine.Surroundings;

/** Draws a model, learns what is plausible in it from usual documents, and gives it an engine. */
final class ModelFactory {
    private static final int SAMPLES = 40;
    private static final long NO_LIMIT_MS = Long.MAX_VALUE / 4;

    private ModelFactory() {}

    static TradeModel build(Domain domain, String name, String voice, Strictness strictness, Instant at, Dice dice) {
        int horizon = domain.perYear() == 1 ? dice.whole(8, 14) : dice.whole(12, 20);
        int spare = dice.whole(2, 6);
        var sketch = new Sketch(dice.split("sketch"), horizon, at);
        domain.draw(sketch, dice.split("domain"));
        Network bare = sketch.network();
        Horizon documented = new Horizon(at.atZone(ZoneOffset.UTC).getYear() + 1, horizon + spare, domain.perYear());
        List<Job.Variant> variants = variants(bare, dice);
        var habits = new Habits(Strictness.END, false, false, true, Habits.Cascade.NOTHING, NO_LIMIT_MS);
        var results = new ArrayList<Result>();
        for (int i = 0; i < SAMPLES; i++) {
            List<Input> inputs = inputs(bare.nodes(), documented, dice.split("sample", i));
            results.add(Engine.run(
                    new Job(bare, inputs, documented, sketch.horizonPath(), variants, habits, Surroundings.CALM, 1)));
        }
        Network network = bare;
        for (Node node : bare.nodes()) {
            network = network.with(node.banded(band(node, results, dice)));
        }
        long usualMs = results.stream().mapToLong(Result::tookMs).max().orElse(1);
        Service service = Service.of(dice.split("service"), name, voice, strictness, usualMs * dice.whole(5, 9));
        var first = new TradeModel.Revision(at, network, "1." + dice.below(9) + ".0", null, -1);
        return new TradeModel(dice.id(), name, domain, service, documented, sketch.horizonPath(), variants, first);
    }

    static List<Input> inputs(List<Node> nodes, Horizon documented, Dice dice) {
        return nodes.stream()
                .map(node -> Draft.of(node.fields(), documented, dice.split("node", node.index())))
                .toList();
    }

    private static List<Job.Variant> variants(Network network, Dice dice) {
        int node = 1 + dice.below(network.nodes().size() / 2);
        var stress =
                new Job.Variant(dice.pick(List.of("stress", "with events", "downside")), node, dice.between(0.8, 1.3));
        var plain = new Job.Variant(dice.pick(List.of("base", "without events", "central")), -1, 1);
        double roll = dice.unit();
        if (roll < 0.35) {
            return List.of(plain);
        }
        return roll < 0.85
                ? List.of(plain, stress)
                : List.of(plain, stress, new Job.Variant("upside", node, dice.between(1.05, 1.25)));
    }

    /** What usual documents give, and a good deal to both sides. */
    private static Node.Band band(Node node, List<Result> results, Dice dice) {
        double[] values = results.stream()
                .flatMap(result -> result.branches().stream())
                .flatMap(branch -> branch.calculations().stream())
                .filter(calculation -> calculation.node().index() == node.index() && calculation.values() != null)
                .flatMapToDouble(calculation -> Arrays.stream(calculation.values()))
                .toArray();
        double low = Arrays.stream(values).min().orElse(0);
        double high = Arrays.stream(values).max().orElse(0);
        double wide = dice.between(1.6, 3.5);
        return new Node.Band(low > 0 ? low / wide : low * wide, high * wide);
    }
}
