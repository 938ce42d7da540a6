package scenariorca.simulator.varied.domain;

import static scenariorca.simulator.varied.domain.Sketch.each;

import java.util.ArrayList;
import java.util.List;
import scenariorca.simulator.basis.Dice;

/** A water utility: rain fills reservoirs month by month, zones draw on them, treatment and pressure follow. */
final class WaterSupply implements Domain {
    private static final List<String> ZONES = List.of("North Zone", "Harbour Zone", "Old Town", "Industrial Park");

    @Override
    public String word() {
        return "water";
    }

    @Override
    public List<String> filedUnder() {
        return List.of("Utilities", "Bulk Supply");
    }

    @Override
    public int perYear() {
        return 12;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {
        int rain = rain(sketch);
        int inflow = inflow(sketch, rain);
        var demands = new ArrayList<Integer>();
        for (String zone : ZONES.subList(0, dice.whole(2, 4))) {
            demands.add(leakage(sketch, zone, demand(sketch, zone)));
        }
        int needed = sketch.node("System Demand", "aggregate", "system_demand")
                .reads(demands)
                .computes(Sketch::sum);
        int storage = storage(sketch, inflow, needed);
        int treated = treatment(sketch, needed);
        int pumping = pumping(sketch, treated);
        tariff(sketch, pumping, needed);
        security(sketch, storage, needed);
    }

    private static int rain(Sketch sketch) {
        var node = sketch.node("Rainfall", "climate", "rainfall_mm").fedBy("met_office_grid");
        String monthly = node.periods("catchment", "monthly rainfall", 55, 110);
        String dry = node.word("catchment", "climate scenario", List.of("RCP26", "RCP45", "RCP85"), 1.0, 0.95, 0.88);
        return node.computes(in -> {
            double[] mm = in.periods(monthly);
            return each(in, t -> mm[t] * in.word(dry) * in.fed(t));
        });
    }

    private static int inflow(Sketch sketch, int rain) {
        var node = sketch.node("Reservoir Inflow", "hydrology", "inflow_ml");
        String area =
                node.measure("catchment", "area", 160, 320, List.of("km2", "ha", "m2"), List.of(1.0, 0.01, 0.000001));
        String runoff = node.share("catchment", "runoff coefficient", 0.35, 0.65);
        return node.reads(rain, 0)
                .computes(in -> each(in, t -> in.up(0)[t] * in.measure(area) * in.number(runoff) * in.up(1)[t]));
    }

    private static int demand(Sketch sketch, String zone) {
        var node = sketch.node(zone + " Demand", "demand", "zone_demand_ml");
        String people = node.periods("population", "served population", 60_000, 140_000);
        String use = node.number("consumption", "litres per head", 110, 170);
        String industry = node.records(
                "consumption",
                "large users",
                "customer",
                List.of("brewery", "paper mill", "data centre"),
                "ml per month",
                20,
                90);
        String peak = node.number("consumption", "peak factor", 1.1, 1.6, 1, 4, 2);
        return node.reads(0).computes(in -> {
            double[] served = in.periods(people);
            double large = in.total(industry);
            return each(in, t -> (served[t] * in.number(use) * 30 / 1e6 + large) * in.number(peak) * in.up(0)[t]);
        });
    }

    private static int leakage(Sketch sketch, String zone, int demand) {
        var node = sketch.node(zone + " Losses", "losses", "zone_input_ml");
        String leak = node.share("network", "leakage share", 0.1, 0.28);
        String works = node.interval("network", "renewal works", "start date", "end date", 90, 500);
        String saved = node.share("network", "renewal saving", 0.01, 0.06);
        node.padded(sketch.dice().below(20));
        return node.reads(demand)
                .computes(in -> each(in, t -> {
                    double left = in.number(leak) - in.number(saved) * Math.min(1, in.days(works) / 400);
                    return in.divide(in.up(0)[t], 1 - left, "net_input_share", t);
                }));
    }

    private static int storage(Sketch sketch, int inflow, int demand) {
        var node = sketch.node("Reservoir Storage", "balance", "stored_ml").checked();
        String first = node.number("reservoir", "opening storage", 90_000, 160_000);
        String full = node.number("reservoir", "full supply", 180_000, 240_000);
        String spill = node.share("reservoir", "compensation flow", 0.03, 0.1);
        return node.reads(inflow, demand).computes(in -> {
            double[] stored = new double[in.span().count()];
            double level = in.number(first);
            for (int t = 0; t < stored.length; t++) {
                double change = in.up(0)[t] * (1 - in.number(spill)) - in.up(1)[t];
                level = Math.min(in.number(full), level + change * 0.2);
                stored[t] = level;
            }
            return stored;
        });
    }

    private static int treatment(Sketch sketch, int demand) {
        var node = sketch.node("Treatment Works", "process", "treated_ml");
        String doses = node.parts("dosing", "chemical mix", List.of("chlorine", "alum", "lime", "fluoride"), 100);
        String loss = node.share("process", "wash water", 0.01, 0.05);
        String grid = node.number("process", "mesh cells", 100, 400, 10, 200_000, 0);
        return node.reads(demand).computes(in -> {
            in.takes(in.number(grid) / 300);
            double mix = in.part(doses, "chlorine")
                    + in.part(doses, "alum")
                    + in.part(doses, "lime")
                    + in.part(doses, "fluoride");
            return each(in, t -> in.up(0)[t] * (1 + in.number(loss)) * mix / 100);
        });
    }

    private static int pumping(Sketch sketch, int treated) {
        var node = sketch.node("Pumping Energy", "energy", "pumping_mwh");
        String head = node.number("pumping", "static head", 40, 95);
        String efficiency = node.share("pumping", "pump efficiency", 0.62, 0.84);
        return node.reads(treated)
                .computes(in -> each(
                        in,
                        t -> in.divide(
                                in.up(0)[t] * in.number(head) * 0.0027, in.number(efficiency), "pumping_mwh", t)));
    }

    private static void tariff(Sketch sketch, int energy, int demand) {
        var node = sketch.node("Revenue Requirement", "tariff", "required_tariff");
        String power = node.periods("costs", "power price", 70, 150);
        String fixed = node.number("costs", "fixed cost", 300_000, 700_000);
        node.reads(energy, demand).computes(in -> {
            double[] price = in.periods(power);
            return each(
                    in, t -> in.divide(in.up(0)[t] * price[t] + in.number(fixed), in.up(1)[t], "required_tariff", t));
        });
    }

    private static void security(Sketch sketch, int storage, int demand) {
        var node = sketch.node("Days of Supply", "security", "days_of_supply");
        String reserve = node.share("security", "dead storage share", 0.05, 0.15);
        node.reads(storage, demand)
                .computes(in -> each(
                        in,
                        t -> in.divide(in.up(0)[t] * (1 - in.number(reserve)) * 30, in.up(1)[t], "days_of_supply", t)));
    }
}
