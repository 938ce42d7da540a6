package scenariorca.simulator.varied.domain;

import static scenariorca.simulator.varied.domain.Sketch.each;

import java.util.ArrayList;
import java.util.List;
import scenariorca.simulator.basis.Dice;

/** Reserves of an insurer: exposure and claims per line of business, developed to ultimate, against capital. */
final class Insurance implements Domain {
    private static final List<String> LINES = List.of("Motor", "Property", "Liability", "Marine", "Health");

    @Override
    public String word() {
        return "insurance";
    }

    @Override
    public List<String> filedUnder() {
        return List.of("Actuarial", "Loss Reserving");
    }

    @Override
    public int perYear() {
        return 4;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {
        int inflation = inflation(sketch);
        var reserves = new ArrayList<Integer>();
        var premiums = new ArrayList<Integer>();
        for (String line : LINES.subList(0, dice.whole(2, 3))) {
            int exposure = exposure(sketch, line);
            int premium = premium(sketch, line, exposure);
            int claims = claims(sketch, line, exposure, inflation);
            premiums.add(premium);
            reserves.add(ultimate(sketch, line, claims));
        }
        int gross = sketch.node("Gross Reserve", "aggregate", "gross_reserve")
                .reads(reserves)
                .computes(Sketch::sum);
        int ceded = treaty(sketch, gross);
        int income = sketch.node("Earned Premium", "aggregate", "earned_premium")
                .reads(premiums)
                .computes(Sketch::sum);
        ratio(sketch, ceded, income);
        capital(sketch, ceded);
    }

    private static int inflation(Sketch sketch) {
        var node = sketch.node("Claims Inflation", "index", "inflation_index").fedBy("cpi_monthly");
        String rate = node.share("economy", "annual rate", 0.015, 0.05);
        String basis = node.word("economy", "index basis", List.of("CPI", "RPI", "wage"), 1.0, 1.1, 1.2);
        return node.computes(in ->
                each(in, t -> StrictMath.pow(1 + in.number(rate) * in.word(basis), t / 4.0) * in.fed(t)));
    }

    private static int exposure(Sketch sketch, String line) {
        var node = sketch.node(line + " Exposure", "exposure", "insured_units");
        String units = node.periods("portfolio", "insured units", 20_000, 60_000);
        String lapse = node.share("portfolio", "lapse rate", 0.02, 0.12);
        node.note("portfolio", "source system", "PolicyCenter", "legacy", "");
        return node.reads(0).computes(in -> {
            double[] insured = in.periods(units);
            return each(in, t -> insured[t] * in.up(0)[t] * (1 - in.number(lapse)));
        });
    }

    private static int premium(Sketch sketch, String line, int exposure) {
        var node = sketch.node(line + " Premium", "premium", "written_premium");
        String rate = node.measure(
                "tariff", "average premium", 80, 240, List.of("EUR", "kEUR", "ct"), List.of(1.0, 1000.0, 0.01));
        String discount = node.share("tariff", "fleet discount", 0.01, 0.15);
        String term = node.interval("tariff", "validity", "valid from", "valid to", 300, 700);
        return node.reads(exposure)
                .computes(in -> each(
                        in,
                        t -> in.up(0)[t]
                                * in.measure(rate)
                                * (1 - in.number(discount))
                                * Math.min(1, in.days(term) / 300)));
    }

    private static int claims(Sketch sketch, String line, int exposure, int inflation) {
        var node = sketch.node(line + " Claims", "claims", "expected_claims");
        String frequency = node.periods("experience", "claim frequency", 0.02, 0.09);
        String severity = node.number("experience", "average severity", 900, 3_200);
        String large = node.records(
                "experience", "large losses", "class", List.of("weather", "injury", "fire"), "loading", 0.01, 0.1);
        node.padded(sketch.dice().below(12));
        return node.reads(exposure, inflation).computes(in -> {
            double[] often = in.periods(frequency);
            double loading = in.total(large);
            return each(in, t -> in.up(0)[t] * often[t] * in.number(severity) * (1 + loading) * in.up(1)[t]);
        });
    }

    private static int ultimate(Sketch sketch, String line, int claims) {
        var node = sketch.node(line + " Ultimate", "development", "ultimate_loss");
        String pattern = node.parts("development", "payment pattern", List.of("y0", "y1", "y2", "y3", "y4"), 1);
        String tail = node.number("development", "tail factor", 1.01, 1.2, 1, 2.5, 3);
        String iterations = node.number("development", "bootstrap samples", 200, 900, 50, 200_000, 0);
        return node.reads(claims).computes(in -> {
            in.takes(in.number(iterations) / 700);
            double paid = in.part(pattern, "y0") + in.part(pattern, "y1");
            return each(in, t -> in.divide(in.up(0)[t], paid, "paid_share", t) * in.number(tail) * 0.6);
        });
    }

    private static int treaty(Sketch sketch, int gross) {
        var node = sketch.node("Reinsurance", "treaty", "net_reserve");
        String on = node.switched("treaty", "is active", true, node.path("cover", "terms"));
        String cession = node.share("cover", "terms/quota share", 0.1, 0.4);
        String retention = node.number("cover", "terms/retention", 200_000, 900_000);
        return node.reads(gross)
                .computes(in -> each(
                        in,
                        t -> in.flag(on)
                                ? (in.up(0)[t] + in.number(retention)) * (1 - in.number(cession))
                                : in.up(0)[t]));
    }

    private static void ratio(Sketch sketch, int reserve, int income) {
        var node = sketch.node("Loss Ratio", "ratio", "loss_ratio");
        String expense = node.share("costs", "expense ratio", 0.15, 0.35);
        node.reads(reserve, income)
                .computes(in ->
                        each(in, t -> in.divide(in.up(0)[t], in.up(1)[t], "loss_ratio", t) + in.number(expense)));
    }

    private static void capital(Sketch sketch, int reserve) {
        var node = sketch.node("Solvency Capital", "capital", "required_capital");
        String confidence = node.number("regulation", "confidence level", 0.95, 0.995, 0.5, 0.9999, 4);
        String years = node.number("regulation", "run off years", 3, 8, 1, 40, 0);
        node.reads(reserve)
                .computes(in -> each(
                        in,
                        t -> in.up(0)[t]
                                * StrictMath.sqrt(in.number(years))
                                * 0.05
                                / StrictMath.sqrt(1.02 - in.number(confidence))));
    }
}
