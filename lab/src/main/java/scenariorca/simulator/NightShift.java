package scenariorca.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import scenariorca.simulator.basis.Agenda;
import scenariorca.simulator.basis.Dice;

/** Runs some scenarios every night, one after the other. */
final class NightShift {
    private static final int MOST_RUNS = 4;

    private final World world;
    private final Agenda agenda;
    private final Dice dice;

    NightShift(World world, Agenda agenda, Dice dice) {
        this.world = world;
        this.agenda = agenda;
        this.dice = dice;
    }

    void begin(Instant begin) {
        Instant first = begin.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(2)
                .atTime(2, 30)
                .toInstant(ZoneOffset.UTC);
        agenda.add(first, this::night);
    }

    private Instant night(Instant now) {
        var candidates = new ArrayList<>(world.scenarios().stream()
                .filter(scenario -> !scenario.isScripted && scenario.deleted == null)
                .toList());
        int runs = dice.below(MOST_RUNS + 1);
        for (int i = 0; i < runs && !candidates.isEmpty(); i++) {
            Scenario scenario = candidates.remove(dice.below(candidates.size()));
            agenda.once(now.plusSeconds(i * 600L), at -> world.run(scenario, at, User.SCHEDULER));
        }
        return now.plus(Duration.ofDays(1));
    }
}
