package scenariorca.simulator.varied.domain;

import static scenariorca.simulator.varied.domain.Sketch.each;

import java.util.ArrayList;
import java.util.List;
import scenariorca.simulator.basis.Dice;

/** Beds and nurses of a hospital: arrivals split over wards, their stays, and the staff this takes. */
final class Hospital implements Domain {
    private static final List<String> WARDS = List.of("Cardiology", "Surgery", "Paediatrics", "Oncology", "ICU");

    @Override
    public String word() {
        return "hospital";
    }

    @Override
    public List<String> filedUnder() {
        return List.of("Operations", "Bed Capacity");
    }

    @Override
    public int perYear() {
        return 12;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {
        List<String> wards = WARDS.subList(0, dice.whole(3, 4));
        int arrivals = arrivals(sketch);
        int elective = elective(sketch);
        int triage = triage(sketch, wards, arrivals, elective);
        var occupied = new ArrayList<Integer>();
        for (String ward : wards) {
            occupied.add(stay(sketch, ward, admissions(sketch, ward, triage, wards)));
        }
        int beds = sketch.node("Occupied Beds", "aggregate", "occupied_beds")
                .reads(occupied)
                .computes(Sketch::sum);
        int used = utilisation(sketch, beds);
        int nurses = nurses(sketch, beds);
        cost(sketch, nurses, used);
    }

    private static int arrivals(Sketch sketch) {
        var node =
                sketch.node("Emergency Arrivals", "arrivals", "daily_arrivals").fedBy("adt_messages");
        String daily = node.periods("emergency", "daily arrivals", 110, 190);
        String surge = node.switched("emergency", "winter surge", true, node.path("emergency", "surge"));
        String extra = node.share("emergency", "surge/extra share", 0.05, 0.25);
        String months = node.interval("emergency", "surge/window", "begin", "finish", 60, 150);
        return node.reads(0).computes(in -> {
            double[] base = in.periods(daily);
            return each(in, t -> {
                double more = in.flag(surge) ? in.number(extra) * StrictMath.signum(in.days(months)) : 0;
                return base[t] * in.up(0)[t] * (1 + more) * in.fed(t);
            });
        });
    }

    private static int elective(Sketch sketch) {
        var node = sketch.node("Elective Programme", "arrivals", "elective_cases");
        String slots = node.number("theatre", "slots per week", 90, 160);
        String cancelled = node.share("theatre", "cancellation rate", 0.03, 0.12);
        String class1 = node.word("theatre", "booking rule", List.of("FIFO", "urgency", "mixed"), 1.0, 1.05, 0.97);
        return node.computes(in -> each(in, t -> in.number(slots) / 7 * (1 - in.number(cancelled)) * in.word(class1)));
    }

    private static int triage(Sketch sketch, List<String> wards, int arrivals, int elective) {
        var node = sketch.node("Triage", "split", "admitted_patients").checked();
        String admit = node.share("triage", "admission share", 0.2, 0.38);
        String split = node.parts("triage", "ward split", wards, 1);
        return node.reads(arrivals, elective)
                .computes(in -> each(in, t -> {
                    double all = wards.stream()
                            .mapToDouble(ward -> in.part(split, ward))
                            .sum();
                    return (in.up(0)[t] * in.number(admit) + in.up(1)[t]) * all;
                }));
    }

    private static int admissions(Sketch sketch, String ward, int triage, List<String> wards) {
        var node = sketch.node(ward + " Admissions", "admissions", "ward_admissions");
        String share = node.share("referral", "ward share", 0.15, 0.35);
        String transfer =
                node.records("referral", "transfers in", "origin", wards.subList(0, 2), "patients per day", 0.5, 3);
        return node.reads(triage).computes(in -> each(in, t -> in.up(0)[t] * in.number(share) + in.total(transfer)));
    }

    private static int stay(Sketch sketch, String ward, int admissions) {
        var node = sketch.node(ward + " Length of Stay", "stay", "bed_days");
        String days = node.measure(
                "case mix", "mean stay", 3, 8, List.of("days", "hours", "weeks"), List.of(1.0, 1 / 24.0, 7.0));
        String severity = node.periods("case mix", "severity index", 0.9, 1.15);
        String blocked = node.share("case mix", "delayed discharge", 0.02, 0.15);
        node.padded(sketch.dice().below(14));
        return node.reads(admissions).computes(in -> {
            double[] severe = in.periods(severity);
            return each(in, t -> in.up(0)[t] * in.measure(days) * severe[t] * (1 + in.number(blocked)));
        });
    }

    private static int utilisation(Sketch sketch, int beds) {
        var node = sketch.node("Bed Utilisation", "ratio", "bed_utilisation").checked();
        String staffed = node.periods("estate", "staffed beds", 700, 1_100);
        String closed = node.number("estate", "closed beds", 5, 60);
        return node.reads(beds).computes(in -> {
            double[] open = in.periods(staffed);
            return each(in, t -> {
                double use = in.divide(in.up(0)[t], open[t] - in.number(closed), "bed_utilisation", t);
                return in.atMost(use, 2.5, "bed_utilisation", t);
            });
        });
    }

    private static int nurses(Sketch sketch, int beds) {
        var node = sketch.node("Nurse Roster", "staffing", "nurse_shifts");
        String ratio = node.number("roster", "patients per nurse", 4, 8, 1, 20, 1);
        String sick = node.share("roster", "absence rate", 0.03, 0.1);
        String rounds = node.number("roster", "solver rounds", 60, 300, 10, 120_000, 0);
        return node.reads(beds).computes(in -> {
            in.takes(in.number(rounds) / 220);
            return each(
                    in,
                    t -> in.divide(in.up(0)[t] * 3, in.number(ratio), "nurse_shifts", t) / (1.001 - in.number(sick)));
        });
    }

    private static void cost(Sketch sketch, int nurses, int used) {
        var node = sketch.node("Ward Budget", "cost", "ward_budget");
        String wage = node.number("budget", "cost per shift", 240, 380);
        String agency = node.share("budget", "agency share", 0.02, 0.2);
        String premium = node.number("budget", "agency premium", 1.3, 1.9, 1, 4, 2);
        node.reads(nurses, used)
                .computes(in -> each(
                        in,
                        t -> in.up(0)[t]
                                * 30
                                * in.number(wage)
                                * (1 + in.number(agency) * (in.number(premium) - 1))
                                * (0.8 + in.up(1)[t] / 5)));
    }
}
