package scenariorca.simulator.varied;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.varied.engine.FailureKind;
import scenariorca.simulator.varied.engine.Node;
import scenariorca.simulator.varied.engine.Surroundings;

/** What goes wrong around the models, and when: known before it happens, so that it can be told apart from all else. */
final class Weather {
    private static final List<FailureKind> MACHINES = List.of(
            FailureKind.MEMORY,
            FailureKind.CREDENTIAL,
            FailureKind.FAILOVER,
            FailureKind.THROTTLED,
            FailureKind.DEADLOCK,
            FailureKind.DISK,
            FailureKind.RELEASE,
            FailureKind.KILLED,
            FailureKind.KILLED);
    private static final List<FailureKind> FEEDS =
            List.of(FailureKind.FEED_LATE, FailureKind.FEED_SHORT, FailureKind.FEED_STALE, FailureKind.FEED_MISSING);
    private static final double FLUKES = 0.04;

    /** A platform that lives on after its past has weather for so long. */
    private static final int DAYS_AHEAD = 60;

    /**
     * A spell of bad weather.
     *
     * @param models whose runs it can meet
     * @param feed what is late or wrong; null for a fault of machines
     * @param chance that it meets a run
     */
    record Spell(
            FailureKind kind,
            Instant from,
            Instant until,
            List<UUID> models,
            @Nullable String feed,
            double share,
            double chance) {
        boolean isAt(Instant time, TradeModel model) {
            return !time.isBefore(from) && time.isBefore(until) && models.contains(model.id());
        }
    }

    private final List<Spell> spells = new ArrayList<>();
    private final Dice dice;

    Weather(List<TradeModel> models, Instant begin, Instant end, Dice dice) {
        this.dice = dice;
        long days = Math.max(1, Duration.between(begin, end).toDays());
        for (long day = 1; day < days + DAYS_AHEAD; day++) {
            machines(models, begin.plus(Duration.ofDays(day)), dice.split("day", day));
        }
        for (TradeModel model : models) {
            Dice die = dice.split("feeds " + model.name());
            for (int i = 0; i < Math.max(2, days / 4); i++) {
                feeds(model, begin.plus(Duration.ofDays(1 + die.below((int) days))), die);
            }
        }
    }

    private void machines(List<TradeModel> models, Instant day, Dice die) {
        for (int i = 0; i < die.whole(1, 3); i++) {
            Instant from = at(day, die);
            var hit = die.chance(0.6)
                    ? models
                    : models.stream().filter(model -> die.chance(0.3)).toList();
            double chance = die.chance(0.6) ? 1 : die.between(0.4, 0.8);
            Instant until = from.plus(Duration.ofMinutes(die.whole(12, 55)));
            FailureKind kind = die.pick(MACHINES);
            if (!hit.isEmpty()) {
                spells.add(new Spell(
                        kind, from, until, hit.stream().map(TradeModel::id).toList(), null, 0, chance));
            }
        }
    }

    private void feeds(TradeModel model, Instant day, Dice die) {
        var feeds = model.nodes().stream()
                .map(Node::feed)
                .filter(feed -> feed != null)
                .distinct()
                .toList();
        if (feeds.isEmpty()) {
            return;
        }
        Instant from = at(day, die);
        FailureKind kind = die.pick(FEEDS);
        double share = kind == FailureKind.FEED_SHORT ? die.between(0.3, 0.9) : 0;
        Instant until = from.plus(Duration.ofMinutes(die.whole(60, 260)));
        spells.add(new Spell(kind, from, until, List.of(model.id()), die.pick(feeds), share, 1));
    }

    private static Instant at(Instant day, Dice die) {
        return day.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .atTime(7 + die.below(9), die.below(60))
                .toInstant(ZoneOffset.UTC);
    }

    List<Spell> spells() {
        return spells;
    }

    /** The spell of a kind that meets runs of a model at a time; the latest planned, which {@link #at} lets count. */
    Optional<Spell> spell(String kind, Instant time, TradeModel model) {
        return spells.stream()
                .filter(spell -> spell.isAt(time, model) && spell.kind().word().equals(kind))
                .reduce((_, later) -> later);
    }

    /** What a run finds that starts at a time. */
    Surroundings at(Instant time, TradeModel model, UUID run) {
        Surroundings.Hit hit = null;
        Map<String, Surroundings.FeedState> feeds = new HashMap<>();
        Dice die = dice.split(run.toString());
        int nodes = model.nodes().size();
        int variant = die.below(model.variants().size());
        int victim = die.below(nodes);
        for (Spell spell : spells) {
            if (!spell.isAt(time, model)) {
                continue;
            }
            if (spell.feed() != null) {
                String since =
                        time.minus(Duration.ofDays(die.whole(1, 6))).toString().substring(0, 10);
                feeds.put(spell.feed(), new Surroundings.FeedState(spell.kind(), spell.share(), since));
            } else if (die.chance(spell.chance())) {
                hit = new Surroundings.Hit(spell.kind(), victim, variant);
            }
        }
        if (hit == null && die.chance(FLUKES)) {
            hit = new Surroundings.Hit(FailureKind.TRANSIENT, victim, variant);
        }
        return new Surroundings(hit, feeds);
    }
}
