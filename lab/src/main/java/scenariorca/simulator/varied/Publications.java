package scenariorca.simulator.varied;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Agenda;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.Stamp;
import scenariorca.simulator.engine.Input;
import scenariorca.simulator.varied.engine.Field;
import scenariorca.simulator.varied.engine.Formula;
import scenariorca.simulator.varied.engine.Network;
import scenariorca.simulator.varied.engine.Node;

/** The model office: publishes versions of models, most of them harmless, some of them broken until the next. */
final class Publications {
    private final VariedPlatform office;
    private final List<Plan> plans;
    private final Dice dice;

    Publications(VariedPlatform office, List<Plan> plans, Dice dice) {
        this.office = office;
        this.plans = plans;
        this.dice = dice;
    }

    /** Plans a model's publications between two times. */
    void plan(Agenda agenda, TradeModel model, Instant begin, Instant end) {
        long span = end.toEpochMilli() - begin.toEpochMilli();
        int count = dice.whole(2, 4);
        for (int i = 0; i < count; i++) {
            Instant at = begin.plusMillis((long) (span * (0.12 + 0.72 * (i + dice.unit()) / count)));
            boolean isFaulty = dice.chance(0.4);
            agenda.once(at, now -> publish(agenda, model, now, isFaulty && !model.isFaulty()));
        }
        agenda.once(begin.plusMillis((long) (span * dice.between(0.94, 0.985))), now -> publishLast(model, now));
    }

    private void publish(Agenda agenda, TradeModel model, Instant now, boolean isFaulty) {
        if (model.isFaulty()) {
            return;
        }
        for (int i = 0; i < 30; i++) {
            TradeModel.Revision idea = switch (dice.below(3)) {
                case 0 -> formula(model, now, isFaulty);
                case 1 -> node(model, now, isFaulty);
                default -> isFaulty ? null : edge(model, now, false);
            };
            if (idea != null && isAsMeant(model, idea, isFaulty)) {
                release(model, idea, now);
                if (isFaulty) {
                    agenda.once(now.plusSeconds(dice.whole(7_000, 30_000)), later -> withdraw(model, later));
                }
                return;
            }
        }
    }

    /** The last publication of all may draw a wrong edge, which nobody has taken back by the end. */
    private void publishLast(TradeModel model, Instant now) {
        if (model.isFaulty() || dice.chance(0.4)) {
            return;
        }
        for (int i = 0; i < 60; i++) {
            TradeModel.Revision idea = edge(model, now, true);
            if (idea != null && isAsMeant(model, idea, true)) {
                release(model, idea, now);
                return;
            }
        }
    }

    /** Whether every sound scenario fails of it, or none does. */
    private boolean isAsMeant(TradeModel model, TradeModel.Revision idea, boolean isFaulty) {
        for (Plan plan : of(model)) {
            List<Input> inputs = extended(plan, plan.healed(), idea);
            boolean isRight = isFaulty
                    ? Proof.fails(plan, idea.network(), inputs)
                    : Proof.passes(plan, idea.network(), inputs) && staysBroken(plan, idea);
            if (!isRight) {
                return false;
            }
        }
        return true;
    }

    /** What is wrong with a scenario stays what is wrong with it. */
    private boolean staysBroken(Plan plan, TradeModel.Revision idea) {
        return !plan.isBroken() || Proof.fails(plan, idea.network(), extended(plan, plan.inputs(), idea));
    }

    private List<Plan> of(TradeModel model) {
        return plans.stream().filter(plan -> plan.model == model).toList();
    }

    private List<Input> extended(Plan plan, List<Input> inputs, TradeModel.Revision idea) {
        List<Input> all = new ArrayList<>(inputs);
        for (Node node : idea.network()
                .nodes()
                .subList(inputs.size(), idea.network().nodes().size())) {
            all.add(Typing.fresh(plan, node, dice.split(plan.id + node.name())));
        }
        return all;
    }

    private void release(TradeModel model, TradeModel.Revision revision, Instant now) {
        int before = model.nodes().size();
        int edges = model.revision().network().edges().size();
        model.publish(revision);
        Rows rows = office.rows();
        rows.model(model, now, Rows.OFFICE);
        model.nodes().subList(before, model.nodes().size()).forEach(node -> rows.node(model, node, now));
        List<Network.Edge> all = revision.network().edges();
        all.subList(edges, all.size()).forEach(edge -> rows.edge(model, edge, now));
        for (Plan plan : of(model)) {
            Stamp stamp = office.stamp(now, Rows.OFFICE);
            Plan.Good good = plan.good;
            List<Input> inputs = extended(plan, plan.inputs(), revision);
            for (int index = before; index < inputs.size(); index++) {
                office.first(plan, model.nodes().get(index), inputs.get(index), stamp, "model_publish");
                if (good != null) {
                    good.inputs().add(inputs.get(index));
                }
            }
        }
    }

    /** A version in which what was wrong is ignored. */
    private void withdraw(TradeModel model, Instant now) {
        TradeModel.Revision faulty = model.revision();
        if (faulty.fault() == null) {
            return;
        }
        Network network = faulty.network();
        for (Node node : model.sound().network().nodes()) {
            network = network.with(node);
        }
        if (faulty.place() >= model.sound().network().nodes().size()) {
            Node added = network.nodes().get(faulty.place());
            network = network.with(added.computing(in -> new double[in.span().count()]));
        }
        release(model, new TradeModel.Revision(now, network, next(faulty.version()), null, faulty.place()), now);
    }

    private TradeModel.@Nullable Revision formula(TradeModel model, Instant now, boolean isFaulty) {
        Node node = dice.pick(model.nodes().subList(1, model.nodes().size()));
        Formula old = node.formula();
        double factor = isFaulty ? dice.pick(List.of(1000.0, 100.0, 0.001, -1.0)) : dice.between(0.985, 1.015);
        int from = dice.below(6);
        boolean isUndefined = isFaulty && dice.chance(0.4);
        Formula changed = in -> {
            double[] values = old.compute(in);
            for (int t = from; t < values.length; t++) {
                values[t] = isUndefined ? Double.NaN : values[t] * factor;
            }
            return values;
        };
        Network network = model.revision().network().with(node.computing(changed));
        return revision(model, now, network, isFaulty ? "bad_formula" : null, node.index());
    }

    private TradeModel.@Nullable Revision edge(TradeModel model, Instant now, boolean isFaulty) {
        int size = model.nodes().size();
        int from = dice.below(size - 1);
        int to = from + 1 + dice.below(size - from - 1);
        Network network = model.revision().network();
        boolean isThere = network.edges().stream().anyMatch(edge -> edge.from() == from && edge.to() == to)
                || network.distance(to, from) >= 0;
        if (isThere) {
            return null;
        }
        double gain = isFaulty ? dice.pick(List.of(1.0, -1.0, 1000.0)) : 0;
        Network drawn = network.with(new Network.Edge(dice.id(), from, to, gain, now));
        return revision(model, now, drawn, isFaulty ? "bad_edge" : null, to);
    }

    /** A node of its own that adds to another's result. */
    private TradeModel.@Nullable Revision node(TradeModel model, Instant now, boolean isFaulty) {
        int index = model.nodes().size();
        Node target = dice.pick(model.nodes().subList(1, model.nodes().size()));
        if (target.band().high() > 1e15) {
            return null;
        }
        double size = Math.max(1e-6, Math.abs(target.band().high()));
        double low = isFaulty ? size * 20 : size * 0.0005;
        var field = new Field.Number("/adjustment", low, low * 1.5, low / 10, low * 10, isFaulty ? 1 : 6);
        String name = dice.pick(List.of("Adjustment", "Calibration", "Overlay", "Correction")) + " " + index;
        var fields = new ArrayList<Field>(List.of(field));
        fields.add(new Field.Note("/reason", List.of("audit", "new method", "")));
        var added = new Node(
                index,
                dice.id(),
                name,
                "overlay",
                name.toLowerCase(Locale.ROOT).replace(' ', '_'),
                fields,
                List.of(),
                in -> {
                    double value = in.number("/adjustment");
                    double[] values = new double[in.span().count()];
                    java.util.Arrays.fill(values, value);
                    return values;
                },
                null,
                5,
                Node.Role.PLAIN,
                Node.Band.ANY);
        Network network =
                model.revision().network().with(added).with(new Network.Edge(dice.id(), index, target.index(), 1, now));
        return revision(model, now, network, isFaulty ? "bad_node" : null, index);
    }

    private static TradeModel.Revision revision(
            TradeModel model, Instant now, Network network, @Nullable String fault, int place) {
        return new TradeModel.Revision(now, network, next(model.revision().version()), fault, place);
    }

    private static String next(String version) {
        String[] parts = version.split("\\.");
        return parts[0] + '.' + (Integer.parseInt(parts[1]) + 1) + ".0";
    }
}
