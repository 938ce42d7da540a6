package scenariorca.simulator;

import java.time.Duration;
import java.time.Instant;
import scenariorca.simulator.basis.Agenda;
import scenariorca.simulator.basis.Dice;
import scenariorca.simulator.basis.Stamp;

/** What goes on whether anybody works or not: heartbeats, health checks, and lines that look alarming and are not. */
final class Background {
    private final World world;
    private final Office office;
    private final Dice dice;

    Background(World world, Office office, Dice dice) {
        this.world = world;
        this.office = office;
        this.dice = dice;
    }

    void begin(Agenda agenda, Instant begin) {
        agenda.add(begin.plusSeconds(300), this::act);
        for (int week = 0; week < 7; week++) {
            String release = "2026." + (40 + week) + "." + (3 + dice.below(6));
            Instant at = begin.plus(Duration.ofDays(1 + week * 7L)).plusSeconds(dice.whole(0, 20_000));
            agenda.once(at, now -> office.worker().deployed(now, release));
        }
    }

    private Instant act(Instant now) {
        switch (dice.below(5)) {
            case 0 -> office.worker().noise(now);
            case 1, 2 -> office.worker().heartbeat(now);
            case 3 -> office.api().request(new Stamp(now, "elb-health", dice.id()), "GET", "/health", 200, 2);
            default -> {
                if (!world.scenarios().isEmpty()) {
                    office.api().read(now, dice.pick(User.ALL).name(), dice.pick(world.scenarios()).id);
                }
            }
        }
        return now.plus(dice.wait(Duration.ofMinutes(14)));
    }
}
