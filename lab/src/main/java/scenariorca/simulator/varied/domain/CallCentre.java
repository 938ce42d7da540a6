package scenariorca.simulator.varied.domain;

import static scenariorca.simulator.varied.domain.Sketch.each;

import java.util.ArrayList;
import java.util.List;
import scenariorca.simulator.basis.Dice;

/** A call centre: contacts per channel, handling, agents by skill with shrinkage, shifts and their cost. */
final class CallCentre implements Domain {
    private static final List<String> CHANNELS = List.of("Voice", "Chat", "Mail", "Callback");

    @Override
    public String word() {
        return "staffing";
    }

    @Override
    public List<String> filedUnder() {
        return List.of("Customer Service", "Workforce");
    }

    @Override
    public int perYear() {
        return 12;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {
        int customers = customers(sketch);
        var hours = new ArrayList<Integer>();
        for (String channel : CHANNELS.subList(0, dice.whole(2, 4))) {
            hours.add(handling(sketch, channel, contacts(sketch, channel, customers)));
        }
        int workload = sketch.node("Workload", "aggregate", "workload_hours")
                .reads(hours)
                .computes(Sketch::sum);
        int agents = agents(sketch, workload);
        int shifts = shifts(sketch, agents);
        int hiring = hiring(sketch, shifts);
        payroll(sketch, shifts, hiring);
        service(sketch, workload, shifts);
    }

    private static int customers(Sketch sketch) {
        var node = sketch.node("Customer Base", "base", "active_customers").fedBy("crm_snapshot");
        String opening = node.number("base", "opening customers", 180_000, 420_000);
        String churn = node.share("base", "monthly churn", 0.005, 0.03);
        String gains = node.periods("base", "new customers", 2_000, 7_000);
        return node.reads(0).computes(in -> {
            double[] won = in.periods(gains);
            double[] active = new double[in.span().count()];
            double now = in.number(opening);
            for (int t = 0; t < active.length; t++) {
                now = now * (1 - in.number(churn)) + won[t];
                active[t] = now * in.up(0)[t] * in.fed(t);
            }
            return active;
        });
    }

    private static int contacts(Sketch sketch, String channel, int customers) {
        var node = sketch.node(channel + " Contacts", "volume", "contacts");
        String rate = node.periods("propensity", "contact rate", 0.04, 0.12);
        String reasons = node.parts("propensity", "contact reasons", List.of("billing", "fault", "sales"), 100);
        String deflected = node.share("propensity", "self service share", 0.1, 0.35);
        return node.reads(customers).computes(in -> {
            double[] often = in.periods(rate);
            double all = in.part(reasons, "billing") + in.part(reasons, "fault") + in.part(reasons, "sales");
            return each(in, t -> in.up(0)[t] * often[t] * (1 - in.number(deflected)) * all / 100);
        });
    }

    private static int handling(Sketch sketch, String channel, int contacts) {
        var node = sketch.node(channel + " Handling", "effort", "handling_hours");
        String time = node.measure(
                "handling", "average handle time", 240, 520, List.of("sec", "min", "h"), List.of(1.0, 60.0, 3600.0));
        String again = node.share("handling", "repeat share", 0.05, 0.2);
        String teams =
                node.records("handling", "team speed", "team", List.of("core", "night", "partner"), "index", 0.85, 1.2);
        node.padded(sketch.dice().below(12));
        return node.reads(contacts).computes(in -> {
            double speed = in.total(teams) / 3;
            return each(
                    in,
                    t -> in.divide(in.up(0)[t] * in.measure(time) / 3600, speed, "handling_hours", t)
                            * (1 + in.number(again)));
        });
    }

    private static int agents(Sketch sketch, int workload) {
        var node = sketch.node("Required Agents", "erlang", "required_agents").checked();
        String level = node.share("service level", "target level", 0.7, 0.9);
        String shrink = node.share("service level", "shrinkage", 0.22, 0.38);
        String loops = node.number("service level", "erlang iterations", 30, 130, 5, 70_000, 0);
        return node.reads(workload).computes(in -> {
            in.takes(in.number(loops) / 100);
            return each(in, t -> {
                double net = in.divide(in.up(0)[t] / 140, 1 - in.number(shrink), "required_agents", t);
                return net * (1 + in.number(level) / 4);
            });
        });
    }

    private static int shifts(Sketch sketch, int agents) {
        var node = sketch.node("Shift Plan", "plan", "planned_shifts");
        String length = node.measure("rules", "shift length", 6, 9, List.of("h", "min"), List.of(1.0, 1 / 60.0));
        String pattern = node.word("rules", "pattern", List.of("fixed", "rolling", "split"), 1.0, 1.05, 1.1);
        String term = node.interval("rules", "works agreement", "in force from", "in force until", 300, 1_000);
        return node.reads(agents)
                .computes(in -> each(
                        in,
                        t -> in.divide(in.up(0)[t] * 140, in.measure(length), "planned_shifts", t)
                                * in.word(pattern)
                                * StrictMath.signum(in.days(term))));
    }

    private static int hiring(Sketch sketch, int shifts) {
        var node = sketch.node("Hiring", "hiring", "open_positions");
        String on = node.switched("hiring", "academy", true, node.path("hiring", "class"));
        String drop = node.share("hiring", "class/drop out", 0.05, 0.25);
        String quit = node.share("hiring", "attrition", 0.01, 0.05);
        return node.reads(shifts)
                .computes(in -> each(in, t -> {
                    double lost = in.up(0)[t] / 20 * in.number(quit);
                    return in.flag(on) ? in.divide(lost, 1 - in.number(drop), "open_positions", t) : lost;
                }));
    }

    private static void payroll(Sketch sketch, int shifts, int hiring) {
        var node = sketch.node("Payroll", "cost", "payroll_cost");
        String wage = node.periods("pay", "hourly wage", 15, 24);
        String once = node.number("pay", "hiring cost", 1_800, 4_200);
        node.reads(shifts, hiring).computes(in -> {
            double[] hourly = in.periods(wage);
            return each(in, t -> in.up(0)[t] * 8 * hourly[t] + in.up(1)[t] * in.number(once));
        });
    }

    private static void service(Sketch sketch, int workload, int shifts) {
        var node = sketch.node("Occupancy", "ratio", "agent_occupancy");
        String reserve = node.share("service", "reserve", 0.02, 0.1);
        node.reads(workload, shifts)
                .computes(in -> each(
                        in, t -> in.divide(in.up(0)[t], in.up(1)[t], "agent_occupancy", t) * (1 - in.number(reserve))));
    }
}
