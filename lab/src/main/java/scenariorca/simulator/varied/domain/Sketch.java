package scenariorca.simulator.varied.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.varied.engine.Field;
import scenariorca.simulator.varied.engine.Formula;
import scenariorca.simulator.varied.engine.Network;
import scenariorca.simulator.varied.engine.Node;
import scenariorca.simulator.varied.engine.Reader;

/** A model while it is drawn: nodes are added from the first to the last. */
public final class Sketch {
    private final Dice dice;
    private final Taste taste;
    private final int usualHorizon;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Network.Edge> edges = new ArrayList<>();
    private final Instant createdAt;
    private String horizonPath = "";

    /** @param usualHorizon how many periods a run forecasts before anybody changes it */
    public Sketch(Dice dice, int usualHorizon, Instant createdAt) {
        this.dice = dice;
        this.taste = Taste.of(dice);
        this.usualHorizon = usualHorizon;
        this.createdAt = createdAt;
        setUp();
    }

    /** The node everybody has: how far to forecast. */
    private void setUp() {
        NodeSketch setup = node("Forecast Settings", "settings", "settings");
        horizonPath = setup.number("run", "horizon periods", usualHorizon, usualHorizon, 1, usualHorizon * 3.0, 0);
        setup.note("run", "label", "plan", "budget", "latest view", "");
        String scale = setup.number("run", "portfolio scale", 0.9, 1.1);
        setup.flag("run", "rounded", true);
        setup.computes(in -> each(in, t -> in.number(scale)));
    }

    /** Begins a node. */
    NodeSketch node(String name, String type, String quantity) {
        return new NodeSketch(this, name, type, quantity);
    }

    Dice dice() {
        return dice;
    }

    Taste taste() {
        return taste;
    }

    int add(NodeSketch draft, Formula formula) {
        int index = nodes.size();
        var roles = draft.isCheckpoint() || dice.chance(0.35) ? Node.Role.CHECKPOINT : Node.Role.PLAIN;
        nodes.add(new Node(
                index,
                dice.id(),
                draft.name(),
                draft.type(),
                draft.quantity(),
                draft.fields(),
                draft.parents(),
                formula,
                draft.feed(),
                dice.whole(4, 50),
                roles,
                Node.Band.ANY));
        for (int parent : draft.parents()) {
            edges.add(new Network.Edge(dice.id(), parent, index, 0, createdAt));
        }
        return index;
    }

    /** The model, its last nodes marked as such. */
    public Network network() {
        var finished = new ArrayList<Node>();
        for (Node node : nodes) {
            boolean isRead = edges.stream().anyMatch(edge -> edge.from() == node.index());
            finished.add(isRead ? node : node.last());
        }
        return new Network(finished, edges);
    }

    public String horizonPath() {
        return horizonPath;
    }

    /** One value for each period. */
    static double[] each(Reader in, java.util.function.IntToDoubleFunction value) {
        return IntStream.range(0, in.span().count()).mapToDouble(value).toArray();
    }

    /** The sum of all results before. */
    static double[] sum(Reader in) {
        return each(in, t -> {
            double sum = 0;
            for (int up = 0; up < in.ups(); up++) {
                sum += in.up(up)[t];
            }
            return sum;
        });
    }

    /** Usual allowed numbers around usual ones. */
    static Field.Number allowed(String path, double low, double high) {
        int decimals = high >= 1000 ? 0 : high >= 20 ? 1 : high >= 1 ? 3 : 4;
        return new Field.Number(path, low, high, low / 4, high * 4, decimals);
    }
}
