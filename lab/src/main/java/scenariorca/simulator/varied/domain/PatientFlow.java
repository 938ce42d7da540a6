package scenariorca.simulator.varied.domain;

import static scenariorca.simulator.varied.domain.Sketch.each;

import java.util.ArrayList;
import java.util.List;
import scenariorca.simulator.basis.Dice;

/** Patients of a disease: the sick, the diagnosed, the treated line by line, and what their drugs sell. */
final class PatientFlow implements Domain {
    private static final List<String> LINES = List.of("First Line", "Second Line", "Maintenance");

    @Override
    public String word() {
        return "pharma";
    }

    @Override
    public List<String> filedUnder() {
        return List.of("Immunology", "Atopic Dermatitis");
    }

    @Override
    public int perYear() {
        return 1;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {
        int people = population(sketch);
        int diagnosed = diagnosed(sketch, people);
        int pool = diagnosed;
        var sales = new ArrayList<Integer>();
        for (String line : LINES.subList(0, dice.whole(2, 3))) {
            int treated = treated(sketch, line, pool);
            int persistent = persistence(sketch, line, treated);
            sales.add(sales(sketch, line, persistent));
            pool = persistent;
        }
        int gross = sketch.node("Gross Sales", "aggregate", "gross_sales")
                .reads(sales)
                .computes(Sketch::sum);
        int net = net(sketch, gross);
        peak(sketch, net, diagnosed);
    }

    private static int population(Sketch sketch) {
        var node = sketch.node("Country Population", "population", "persons");
        String adults = node.periods("demography", "adults", 40_000_000, 52_000_000);
        String children = node.number("demography", "children factor", 1.15, 1.3);
        return node.reads(0).computes(in -> {
            double[] persons = in.periods(adults);
            return each(in, t -> persons[t] * in.number(children) * in.up(0)[t]);
        });
    }

    private static int diagnosed(Sketch sketch, int people) {
        var node = sketch.node("Diagnosed Patients", "epidemiology", "diagnosed_patients")
                .fedBy("claims_extract");
        String prevalence = node.measure(
                "epidemiology",
                "prevalence",
                1.5,
                4,
                List.of("percent", "per 1000", "share"),
                List.of(0.01, 0.001, 1.0));
        String rate = node.share("epidemiology", "diagnosis rate", 0.45, 0.75);
        String bands = node.parts("epidemiology", "severity bands", List.of("mild", "moderate", "severe"), 1);
        return node.reads(people)
                .computes(in -> each(
                        in,
                        t -> in.up(0)[t]
                                * in.measure(prevalence)
                                * in.number(rate)
                                * (in.part(bands, "moderate") + in.part(bands, "severe"))
                                * in.fed(t)));
    }

    private static int treated(Sketch sketch, String line, int pool) {
        var node = sketch.node(line + " Share", "share", "treated_patients").checked();
        String brands = node.records(
                "market", "brands", "brand", List.of("ours", "rival", "generic"), "preference", 0.15, 0.32);
        String access = node.share("market", "reimbursed share", 0.5, 0.9);
        String launch = node.interval("market", "exclusivity", "launch date", "expiry date", 2_000, 4_500);
        node.padded(sketch.dice().below(10));
        return node.reads(pool).computes(in -> {
            double taken = in.total(brands);
            in.atMost(taken, 1.0001, "class_share", 0);
            double isOpen = StrictMath.signum(in.days(launch));
            return each(in, t -> in.up(0)[t] * taken * in.number(access) * isOpen);
        });
    }

    private static int persistence(Sketch sketch, String line, int treated) {
        var node = sketch.node(line + " Persistence", "duration", "patient_years");
        String months = node.measure(
                "therapy", "mean duration", 6, 11, List.of("months", "weeks", "years"), List.of(1.0, 0.23, 12.0));
        String curve = node.periods("therapy", "compliance", 0.7, 0.92);
        String model = node.word("therapy", "curve", List.of("exponential", "weibull", "step"), 1.0, 0.96, 1.03);
        return node.reads(treated).computes(in -> {
            double[] taken = in.periods(curve);
            return each(in, t -> in.up(0)[t] * in.measure(months) / 12 * taken[t] * in.word(model));
        });
    }

    private static int sales(Sketch sketch, String line, int patients) {
        var node = sketch.node(line + " Sales", "sales", "line_sales");
        String dose = node.number("product", "packs per year", 11, 14, 1, 60, 1);
        String price = node.periods("product", "ex factory price", 700, 1_400);
        String samples = node.number("product", "uptake iterations", 20, 90, 5, 60_000, 0);
        return node.reads(patients).computes(in -> {
            in.takes(in.number(samples) / 70);
            double[] each = in.periods(price);
            return each(in, t -> in.up(0)[t] * in.number(dose) * each[t]);
        });
    }

    private static int net(Sketch sketch, int gross) {
        var node = sketch.node("Net Sales", "net", "net_sales");
        String rebate = node.share("contracting", "rebate share", 0.15, 0.4);
        String tender = node.switched("contracting", "tender business", true, node.path("contracting", "tender"));
        String cut = node.share("contracting", "tender/price cut", 0.05, 0.2);
        String volume = node.share("contracting", "tender/volume share", 0.1, 0.3);
        return node.reads(gross)
                .computes(in -> each(in, t -> {
                    double tendered = in.flag(tender) ? in.number(volume) * in.number(cut) : 0;
                    return in.up(0)[t] * (1 - in.number(rebate) - tendered);
                }));
    }

    private static void peak(Sketch sketch, int net, int diagnosed) {
        var node = sketch.node("Sales per Patient", "ratio", "sales_per_patient");
        String discount = node.share("finance", "discount rate", 0.06, 0.12);
        node.reads(net, diagnosed)
                .computes(in -> each(
                        in,
                        t -> in.divide(in.up(0)[t], in.up(1)[t], "sales_per_patient", t)
                                / StrictMath.pow(1 + in.number(discount), t)));
    }
}
