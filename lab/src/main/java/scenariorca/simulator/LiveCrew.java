package scenariorca.simulator;

import java.time.Duration;
import java.time.Instant;
import scenariorca.simulator.basis.Dice;

/** People who are always at work, so that a live platform has something to show at any hour. */
final class LiveCrew {
    private LiveCrew() {}

    static void join(Stage stage, Instant now) {
        var hours = new WorkingHours(0, 24, Duration.ofSeconds(20), true);
        for (int i = 0; i < 3; i++) {
            User user = User.ALL.get(i * 4);
            Dice dice = stage.dice().split("live", i);
            stage.agenda().add(now.plusSeconds(3 + i * 7L), new Analyst(stage.world(), user, hours, dice));
        }
    }
}
