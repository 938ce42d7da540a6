package scenariorca.simulator.varied.domain;

import static scenariorca.simulator.varied.domain.Sketch.each;

import java.util.ArrayList;
import java.util.List;
import scenariorca.simulator.basis.Dice;

/** A publisher's advertising: traffic, inventory, auctions per format, campaigns under budgets, and net revenue. */
final class Advertising implements Domain {
    private static final List<String> FORMATS = List.of("Display", "Video", "Native", "Audio");

    @Override
    public String word() {
        return "advertising";
    }

    @Override
    public List<String> filedUnder() {
        return List.of("Monetisation", "Ad Revenue");
    }

    @Override
    public int perYear() {
        return 12;
    }

    @Override
    public void draw(Sketch sketch, Dice dice) {
        int visits = visits(sketch);
        int consent = consent(sketch, visits);
        var revenues = new ArrayList<Integer>();
        for (String format : FORMATS.subList(0, dice.whole(2, 4))) {
            int inventory = inventory(sketch, format, consent);
            revenues.add(auction(sketch, format, inventory, floor(sketch, format)));
        }
        int gross = sketch.node("Gross Revenue", "aggregate", "gross_revenue")
                .reads(revenues)
                .computes(Sketch::sum);
        int net = fees(sketch, gross);
        int paced = pacing(sketch, net);
        forecast(sketch, paced, visits);
    }

    private static int visits(Sketch sketch) {
        var node = sketch.node("Site Traffic", "traffic", "monthly_visits").fedBy("clickstream_daily");
        String base = node.periods("audience", "monthly visits", 2_000_000, 5_000_000);
        String channel = node.parts("audience", "channel split", List.of("search", "social", "direct", "mail"), 1);
        String trend = node.number("audience", "growth factor", 0.95, 1.12);
        return node.reads(0).computes(in -> {
            double[] visits = in.periods(base);
            double all = in.part(channel, "search")
                    + in.part(channel, "social")
                    + in.part(channel, "direct")
                    + in.part(channel, "mail");
            return each(in, t -> visits[t] * in.number(trend) * all * in.up(0)[t] * in.fed(t));
        });
    }

    private static int consent(Sketch sketch, int visits) {
        var node = sketch.node("Consented Traffic", "filter", "consented_visits");
        String rate = node.share("privacy", "consent rate", 0.55, 0.85);
        String bots = node.share("privacy", "invalid traffic", 0.01, 0.08);
        String mode = node.word("privacy", "banner", List.of("optIn", "optOut", "paywall"), 1.0, 1.06, 0.93);
        return node.reads(visits)
                .computes(in -> each(in, t -> in.up(0)[t] * in.number(rate) * (1 - in.number(bots)) * in.word(mode)));
    }

    private static int inventory(Sketch sketch, String format, int visits) {
        var node = sketch.node(format + " Inventory", "inventory", "impressions");
        String slots =
                node.records("layout", "placements", "slot", List.of("top", "middle", "sticky"), "per visit", 0.6, 2.2);
        String viewable = node.share("layout", "viewability", 0.5, 0.85);
        node.padded(sketch.dice().below(16));
        return node.reads(visits).computes(in -> {
            double perVisit = in.total(slots);
            return each(in, t -> in.up(0)[t] * perVisit * in.number(viewable));
        });
    }

    private static int floor(Sketch sketch, String format) {
        var node = sketch.node(format + " Floor Price", "price", "floor_cpm");
        String cpm = node.periods("pricing", "floor cpm", 0.6, 2.4);
        String unit =
                node.measure("pricing", "currency rate", 0.9, 1.1, List.of("EUR/USD", "ct/USD"), List.of(1.0, 0.01));
        return node.computes(in -> {
            double[] floor = in.periods(cpm);
            return each(in, t -> floor[t] * in.measure(unit));
        });
    }

    private static int auction(Sketch sketch, String format, int inventory, int floor) {
        var node =
                sketch.node(format + " Auction", "auction", "auction_revenue").checked();
        String fill = node.share("demand", "fill rate", 0.6, 0.92);
        String bid = node.number("demand", "bid multiple", 1.4, 3.2, 1, 12, 2);
        String rounds = node.number("demand", "simulated rounds", 50, 220, 5, 150_000, 0);
        return node.reads(inventory, floor).computes(in -> {
            in.takes(in.number(rounds) / 160);
            return each(in, t -> in.up(0)[t] / 1000 * in.number(fill) * in.up(1)[t] * in.number(bid));
        });
    }

    private static int fees(Sketch sketch, int gross) {
        var node = sketch.node("Exchange Fees", "fees", "net_revenue");
        String take = node.share("fees", "take rate", 0.1, 0.25);
        String deal = node.interval("fees", "private deal", "starts on", "ends on", 60, 400);
        String better = node.share("fees", "deal rebate", 0.01, 0.05);
        return node.reads(gross)
                .computes(in -> each(
                        in,
                        t -> in.up(0)[t]
                                * (1 - in.number(take) + in.number(better) * Math.min(2, in.days(deal) / 200))));
    }

    private static int pacing(Sketch sketch, int net) {
        var node = sketch.node("Campaign Pacing", "pacing", "delivered_revenue");
        String budgets = node.periods("campaigns", "booked budget", 30_000, 90_000);
        String on = node.switched("campaigns", "house ads", false, node.path("campaigns", "house"));
        String value = node.number("campaigns", "house/value share", 0.02, 0.1, 0, 1, 3);
        return node.reads(net).computes(in -> {
            double[] booked = in.periods(budgets);
            return each(in, t -> in.up(0)[t] + booked[t] * (in.flag(on) ? 1 + in.number(value) : 1));
        });
    }

    private static void forecast(Sketch sketch, int revenue, int visits) {
        var node = sketch.node("Revenue per Mille", "ratio", "session_rpm");
        String shrink = node.share("forecast", "shrinkage", 0.02, 0.1);
        node.reads(revenue, visits)
                .computes(in -> each(
                        in,
                        t -> in.divide(in.up(0)[t] * 1000, in.up(1)[t], "session_rpm", t) * (1 - in.number(shrink))));
    }
}
