package scenariorca.simulator.varied.domain;

import static scenariorca.simulator.varied.domain.Sketch.each;

import java.util.ArrayList;
import java.util.List;
import scenariorca.simulator.basis.Dice;

/** A container port: calls, berths, cranes, yard, gate and hinterland, one after the other. */
final class Port implements Domain {
    private static final List<String> SERVICES = List.of("AE1", "MED2", "TP7", "Feeder");

    @Override
    public String word() {
        return "port";
    }

    @Override
    public List<String> filedUnder() {
        return List.of("Logistics", "Terminal Capacity");
    }

    @Override
    public int perYear() {
        return 4;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {
        var volumes = new ArrayList<Integer>();
        for (String service : SERVICES.subList(0, dice.whole(2, 4))) {
            volumes.add(boxes(sketch, service, calls(sketch, service)));
        }
        int quay = sketch.node("Quay Volume", "aggregate", "quay_moves")
                .reads(volumes)
                .computes(Sketch::sum);
        int berth = berth(sketch, quay);
        int cranes = cranes(sketch, quay, berth);
        int yard = yard(sketch, cranes);
        int gate = gate(sketch, yard);
        int rail = rail(sketch, yard);
        int hinterland = sketch.node("Hinterland Flow", "aggregate", "hinterland_teu")
                .reads(gate, rail)
                .computes(Sketch::sum);
        invoice(sketch, cranes, hinterland);
    }

    private static int calls(Sketch sketch, String service) {
        var node = sketch.node(service + " Calls", "schedule", "vessel_calls").fedBy("ais_schedule");
        String calls = node.periods("pro forma", "calls per quarter", 12, 26);
        String blank = node.share("pro forma", "blank sailings", 0.02, 0.12);
        String window = node.interval("pro forma", "contract", "effective from", "effective to", 200, 900);
        node.note("pro forma", "alliance", "Gemini", "Ocean", "independent", "");
        return node.reads(0).computes(in -> {
            double[] planned = in.periods(calls);
            double isOpen = StrictMath.signum(in.days(window));
            return each(in, t -> planned[t] * (1 - in.number(blank)) * in.up(0)[t] * isOpen * in.fed(t));
        });
    }

    private static int boxes(Sketch sketch, String service, int calls) {
        var node = sketch.node(service + " Call Size", "volume", "moves");
        String size = node.number("cargo", "moves per call", 900, 2_600);
        String mix = node.parts("cargo", "box mix", List.of("import", "export", "transhipment", "empty"), 100);
        String unit =
                node.measure("cargo", "teu factor", 1.4, 1.8, List.of("teu/box", "teu/100 boxes"), List.of(1.0, 0.01));
        return node.reads(calls).computes(in -> {
            double share = in.part(mix, "import")
                    + in.part(mix, "export")
                    + in.part(mix, "transhipment")
                    + in.part(mix, "empty");
            return each(in, t -> in.up(0)[t] * in.number(size) * in.measure(unit) * share / 100);
        });
    }

    private static int berth(Sketch sketch, int quay) {
        var node = sketch.node("Berth Occupancy", "capacity", "berth_occupancy").checked();
        String berths = node.records("quay", "berths", "berth", List.of("B1", "B2", "B3"), "metres", 300, 450);
        String productivity = node.number("quay", "moves per metre", 160, 260);
        return node.reads(quay).computes(in -> {
            double metres = in.total(berths);
            return each(in, t -> {
                double use = in.divide(in.up(0)[t], metres * in.number(productivity), "berth_occupancy", t);
                return in.atMost(use, 3, "berth_occupancy", t);
            });
        });
    }

    private static int cranes(Sketch sketch, int quay, int berth) {
        var node = sketch.node("Crane Deployment", "resource", "crane_hours");
        String rate = node.number("cranes", "gross moves per hour", 24, 34);
        String down = node.share("cranes", "downtime", 0.03, 0.1);
        String shift = node.word("cranes", "shift model", List.of("3x8", "2x12", "4x6"), 1.0, 1.04, 0.98);
        return node.reads(quay, berth)
                .computes(in -> each(
                        in,
                        t -> in.divide(in.up(0)[t], in.number(rate), "crane_hours", t)
                                * (1 + in.number(down))
                                * in.word(shift)
                                * (1 + in.up(1)[t] / 10)));
    }

    private static int yard(Sketch sketch, int cranes) {
        var node = sketch.node("Yard Inventory", "inventory", "yard_teu");
        String dwell = node.periods("yard", "dwell days", 4, 8);
        String slots = node.number("yard", "stack height", 3, 5, 1, 8, 1);
        String reefer = node.switched("yard", "reefer block", true, node.path("yard", "reefer"));
        String plugs = node.number("yard", "reefer/plugs", 300, 900);
        node.padded(sketch.dice().below(25));
        return node.reads(cranes).computes(in -> {
            double[] days = in.periods(dwell);
            return each(
                    in,
                    t -> in.divide(in.up(0)[t] * days[t], in.number(slots), "yard_teu", t)
                            + (in.flag(reefer) ? in.number(plugs) : 0));
        });
    }

    private static int gate(Sketch sketch, int yard) {
        var node = sketch.node("Truck Gate", "gate", "truck_visits");
        String share = node.share("modal split", "truck share", 0.4, 0.7);
        String lanes = node.number("gate", "queue simulations", 30, 150, 5, 80_000, 0);
        return node.reads(yard).computes(in -> {
            in.takes(in.number(lanes) / 110);
            return each(in, t -> in.up(0)[t] * in.number(share) * 0.6);
        });
    }

    private static int rail(Sketch sketch, int yard) {
        var node = sketch.node("Rail Shuttle", "rail", "train_slots");
        String share = node.share("modal split", "rail share", 0.15, 0.4);
        String trains = node.periods("rail", "trains per week", 14, 34);
        String length = node.number("rail", "teu per train", 70, 100);
        return node.reads(yard).computes(in -> {
            double[] weekly = in.periods(trains);
            return each(
                    in,
                    t -> in.divide(in.up(0)[t] * in.number(share), weekly[t] * in.number(length), "train_slots", t)
                            * 1000);
        });
    }

    private static void invoice(Sketch sketch, int cranes, int hinterland) {
        var node = sketch.node("Terminal Revenue", "revenue", "terminal_revenue");
        String lift = node.measure(
                "tariff", "lift charge", 90, 160, List.of("USD", "kUSD", "cent"), List.of(1.0, 1000.0, 0.01));
        String storage = node.number("tariff", "storage per teu", 4, 12);
        String rebate = node.share("tariff", "volume rebate", 0.02, 0.15);
        node.reads(cranes, hinterland)
                .computes(in -> each(
                        in,
                        t -> (in.up(0)[t] * 28 * in.measure(lift) + in.up(1)[t] * in.number(storage))
                                * (1 - in.number(rebate))));
    }
}
