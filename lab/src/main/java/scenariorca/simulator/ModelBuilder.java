package scenariorca.simulator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.PlatformModel.Group;
import scenariorca.simulator.PlatformModel.Place;
import scenariorca.simulator.PlatformModel.Tab;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.engine.EngineGraph;
import scenariorca.simulator.engine.EngineGraph.Edge;
import scenariorca.simulator.engine.EngineNode;
import scenariorca.simulator.engine.NodeKind;

/** Makes a model of patient flow by year from its specification: nodes, edges, nested tabs and groups. */
final class ModelBuilder {
    private final ModelSpec spec;
    private final Dice dice;
    private final List<Tab> tabs = new ArrayList<>();
    private final List<Group> groups = new ArrayList<>();
    private final List<EngineNode> nodes = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private final List<Integer> revenues = new ArrayList<>();
    private int horizon;
    private int prices;
    private int treatment;
    private int segment = -1;
    private int line;
    private @Nullable UUID treatmentId;
    private int treatmentNode = -1;

    private ModelBuilder(ModelSpec spec, Dice dice) {
        this.spec = spec;
        this.dice = dice;
    }

    static PlatformModel build(ModelSpec spec, UUID id, Instant createdAt, Dice dice) {
        var builder = new ModelBuilder(spec, dice);
        builder.patients();
        return new PlatformModel(
                id,
                spec,
                createdAt,
                builder.tabs,
                builder.groups,
                builder.places,
                new EngineGraph(builder.nodes, builder.edges));
    }

    private void patients() {
        int patients = tab(-1, "Patients");
        int epidemiology = group(tab(patients, "Epidemiology"), "input", "Population and Disease");
        horizon = node(epidemiology, NodeKind.HORIZON, "Forecast Horizon");
        int population = node(epidemiology, NodeKind.POPULATION, "Total Population", horizon);
        int disease = node(
                epidemiology,
                NodeKind.EPIDEMIOLOGY,
                spec.isIncidence() ? "Incidence Rate" : "Prevalence Rate",
                population);
        int diagnosed = node(epidemiology, NodeKind.DIAGNOSED, "Diagnosed Patients", disease);
        int segments = group(tab(patients, "Segments"), "input", "Segments");
        var shares = new ArrayList<Integer>();
        for (String name : spec.segments()) {
            shares.add(node(segments, NodeKind.SEGMENT, name + " Segment", diagnosed));
        }
        shares.add(diagnosed);
        int split = node(segments, NodeKind.SEGMENT_SPLIT, "Segment Split", indexes(shares));
        treatment = tab(-1, "Treatment");
        int commercial = tab(-1, "Commercial");
        prices = tab(commercial, "Prices");
        for (segment = 0; segment < spec.segments().size(); segment++) {
            int tab = tab(treatment, spec.segments().get(segment));
            for (line = 1; line <= spec.lines(); line++) {
                lineOfTherapy(tab, shares.get(segment), split);
            }
        }
        segment = -1;
        treatmentId = null;
        treatmentNode = -1;
        totals(group(tab(commercial, "Revenue"), "output", "Totals"));
    }

    private void lineOfTherapy(int tab, int patients, int split) {
        String suffix = segment == 0 && line == 1
                ? ""
                : " " + (segment == 0 ? "" : spec.segments().get(segment) + " ") + line + "L";
        treatmentId = dice.id();
        int shares = group(tab, "input", line + "L Shares");
        int lineNode = node(shares, NodeKind.LINE, "Line of Therapy" + suffix, patients, split);
        var readBy = new ArrayList<Integer>();
        readBy.add(lineNode);
        for (String brand : spec.competitors()) {
            readBy.add(node(shares, NodeKind.SHARE, brand + " Share" + suffix, horizon));
        }
        treatmentNode = nodes.size();
        int share = node(shares, NodeKind.TREATMENT_SHARE, "Treatment Share" + suffix, indexes(readBy));
        int use = group(tab, "input", line + "L Access and Use");
        int access = node(use, NodeKind.ACCESS, "Market Access" + suffix, share);
        int compliance = node(use, NodeKind.COMPLIANCE, "Compliance" + suffix, access);
        int duration = node(use, NodeKind.DURATION, "Treatment Duration" + suffix, compliance);
        int dosing = node(use, NodeKind.DOSING, "Dosing" + suffix, duration);
        int volume = node(use, NodeKind.VOLUME, "Volume" + suffix, dosing);
        int money = group(prices, "input", spec.segments().get(segment) + " " + line + "L");
        int price = node(money, NodeKind.PRICE, "List Price" + suffix, horizon);
        int discount = node(money, NodeKind.DISCOUNT, "Gross to Net" + suffix, horizon);
        int rebate = node(money, NodeKind.REBATE, "Payer Rebate" + suffix, horizon);
        int net = node(money, NodeKind.NET_PRICE, "Net Price" + suffix, price, discount, rebate);
        revenues.add(node(money, NodeKind.REVENUE, "Net Revenue" + suffix, volume, net));
    }

    private void totals(int group) {
        int total = node(group, NodeKind.TOTAL, "Total Revenue", indexes(revenues));
        node(group, NodeKind.PEAK, "Peak Year Sales", total);
        node(group, NodeKind.CHECK, "Plausibility Check", total);
    }

    private int tab(int parent, String name) {
        int sequence = (int) tabs.stream().filter(tab -> tab.parent() == parent).count() + 1;
        tabs.add(new Tab(dice.id(), parent, name, parent < 0 ? 1 : 2, sequence));
        return tabs.size() - 1;
    }

    private int group(int tab, String type, String name) {
        int sequence = (int) groups.stream().filter(group -> group.tab() == tab).count() + 1;
        groups.add(new Group(dice.id(), tab, type, name, sequence));
        return groups.size() - 1;
    }

    private int node(int group, NodeKind kind, String name, int... reads) {
        int index = nodes.size();
        nodes.add(new EngineNode(index, dice.id(), kind, name, kind == NodeKind.CHECK));
        String flow = groups.get(group).tab() >= prices && prices > 0 ? "commercial" : "patient flow";
        places.add(new Place(group, flow, segment < 0 ? null : treatmentId, treatmentNode, segment, line));
        for (int read : reads) {
            edges.add(new Edge(read, index));
        }
        return index;
    }

    private static int[] indexes(List<Integer> list) {
        return list.stream().mapToInt(Integer::intValue).toArray();
    }
}
