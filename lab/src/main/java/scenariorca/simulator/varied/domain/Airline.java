package scenariorca.simulator.varied.domain;

import static scenariorca.simulator.varied.domain.Sketch.each;

import java.util.ArrayList;
import java.util.List;
import scenariorca.simulator.basis.Dice;

/** An airline's routes: demand, seats, load, fare, fuel, and what the network earns. */
final class Airline implements Domain {
    private static final List<String> ROUTES = List.of("FRA-JFK", "FRA-NRT", "MUC-LIS", "HAM-PMI", "VIE-DXB");

    @Override
    public String word() {
        return "airline";
    }

    @Override
    public List<String> filedUnder() {
        return List.of("Commercial", "Network Planning");
    }

    @Override
    public int perYear() {
        return 12;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {
        int economy = economy(sketch);
        int fuel = fuel(sketch);
        var margins = new ArrayList<Integer>();
        var emissions = new ArrayList<Integer>();
        for (String route : ROUTES.subList(0, dice.whole(2, 3))) {
            int demand = demand(sketch, route, economy);
            int seats = seats(sketch, route);
            int boarded = load(sketch, route, demand, seats);
            int revenue = fare(sketch, route, boarded);
            int cost = cost(sketch, route, seats, fuel);
            margins.add(margin(sketch, route, revenue, cost));
            emissions.add(cost);
        }
        sketch.node("Network Result", "aggregate", "network_margin")
                .reads(margins)
                .computes(Sketch::sum);
        carbon(sketch, emissions);
    }

    private static int economy(Sketch sketch) {
        var node = sketch.node("Traffic Index", "index", "traffic_index").fedBy("bookings_gds");
        String growth = node.periods("macro", "gdp index", 0.96, 1.06);
        String elasticity = node.number("macro", "income elasticity", 1.1, 1.7, 0.2, 3, 2);
        String season = node.word("macro", "season profile", List.of("leisure", "business", "mixed"), 1.05, 0.97, 1.0);
        return node.reads(0).computes(in -> {
            double[] index = in.periods(growth);
            return each(
                    in,
                    t -> in.up(0)[t] * StrictMath.pow(index[t], in.number(elasticity)) * in.word(season) * in.fed(t));
        });
    }

    private static int fuel(Sketch sketch) {
        var node = sketch.node("Fuel Price", "price", "fuel_usd_per_tonne");
        String curve = node.periods("market", "kerosene curve", 620, 980);
        String hedge = node.share("market", "hedged share", 0.1, 0.7);
        String strike = node.number("market", "hedge strike", 640, 900);
        return node.computes(in -> {
            double[] spot = in.periods(curve);
            return each(in, t -> spot[t] * (1 - in.number(hedge)) + in.number(strike) * in.number(hedge));
        });
    }

    private static int demand(Sketch sketch, String route, int economy) {
        var node = sketch.node("Demand " + route, "demand", "unconstrained_pax");
        String base = node.number("demand", "base passengers", 9_000, 24_000);
        String mix = node.parts("demand", "cabin mix", List.of("F", "C", "Y"), 100);
        String share = node.share("demand", "market share", 0.15, 0.45);
        return node.reads(economy)
                .computes(in -> each(
                        in,
                        t -> in.number(base)
                                * in.up(0)[t]
                                * in.number(share)
                                * 3
                                * (in.part(mix, "F") + in.part(mix, "C") + in.part(mix, "Y"))
                                / 100));
    }

    private static int seats(Sketch sketch, String route) {
        var node = sketch.node("Schedule " + route, "capacity", "offered_seats");
        String rotations = node.periods("schedule", "weekly rotations", 10, 21);
        String fleet =
                node.records("schedule", "fleet", "tail type", List.of("A359", "B789", "A321"), "seats", 180, 320);
        String season = node.interval("schedule", "season", "first flight", "last flight", 120, 330);
        node.note("schedule", "slot status", "confirmed", "requested", "");
        return node.computes(in -> {
            double[] weekly = in.periods(rotations);
            double seats = in.total(fleet) / 3;
            return each(in, t -> weekly[t] * 4.3 * seats * StrictMath.signum(in.days(season)));
        });
    }

    private static int load(Sketch sketch, String route, int demand, int seats) {
        var node = sketch.node("Load " + route, "allocation", "boarded_pax").checked();
        String limit = node.share("revenue management", "overbooking", 0.01, 0.08);
        String spill = node.share("revenue management", "spill factor", 0.02, 0.2);
        return node.reads(demand, seats)
                .computes(in -> each(in, t -> {
                    double factor = in.divide(in.up(0)[t], in.up(1)[t], "load_factor", t);
                    in.atMost(factor, 6, "load_factor", t);
                    return Math.min(in.up(0)[t], in.up(1)[t] * (1 + in.number(limit))) * (1 - in.number(spill));
                }));
    }

    private static int fare(Sketch sketch, String route, int boarded) {
        var node = sketch.node("Revenue " + route, "revenue", "ticket_revenue");
        String yield = node.measure(
                "pricing", "average fare", 180, 520, List.of("EUR", "hundred EUR", "cent"), List.of(1.0, 100.0, 0.01));
        String ancillary = node.number("pricing", "ancillary per pax", 12, 45);
        String steps = node.number("pricing", "optimiser steps", 40, 160, 5, 90_000, 0);
        node.padded(sketch.dice().below(9));
        return node.reads(boarded).computes(in -> {
            in.takes(in.number(steps) / 120);
            return each(in, t -> in.up(0)[t] * (in.measure(yield) + in.number(ancillary)));
        });
    }

    private static int cost(Sketch sketch, String route, int seats, int fuel) {
        var node = sketch.node("Operating Cost " + route, "cost", "operating_cost");
        String burn = node.number("operations", "burn per seat", 0.02, 0.07, 0.001, 0.5, 4);
        String crew = node.number("operations", "crew cost per seat", 8, 26);
        String charges = node.periods("operations", "airport charges", 6, 18);
        return node.reads(seats, fuel).computes(in -> {
            double[] fees = in.periods(charges);
            return each(in, t -> in.up(0)[t] * (in.number(burn) * in.up(1)[t] + in.number(crew) + fees[t]));
        });
    }

    private static int margin(Sketch sketch, String route, int revenue, int cost) {
        var node = sketch.node("Margin " + route, "margin", "route_margin");
        String overhead = node.share("overhead", "allocation key", 0.03, 0.12);
        return node.reads(revenue, cost)
                .computes(in -> each(in, t -> in.up(0)[t] * (1 - in.number(overhead)) + in.up(1)[t] * 0.01));
    }

    private static void carbon(Sketch sketch, List<Integer> costs) {
        var node = sketch.node("Emission Allowances", "compliance", "allowance_cost");
        String price = node.number("ets", "allowance price", 60, 110);
        String free = node.share("ets", "free allocation", 0.05, 0.4);
        node.reads(costs)
                .computes(in -> each(in, t -> Sketch.sum(in)[t] * 1e-4 * in.number(price) * (1 - in.number(free))));
    }
}
