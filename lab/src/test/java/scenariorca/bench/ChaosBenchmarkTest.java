package scenariorca.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** {@code -Dchaos.kills=1000} kills more often, {@code -Dchaos.seed=…} at other moments. */
@Tag("system")
final class ChaosBenchmarkTest {
    private final int kills = Integer.getInteger("chaos.kills", 25);
    private final long seed = Long.getLong("chaos.seed", 20261130);

    @Test
    void whatever_is_killed_at_whatever_moment_nothing_is_lost_and_nothing_is_there_twice() {
        List<String> said = new ArrayList<>();

        ChaosFigures figures =
                new ChaosBenchmark(new ChaosBenchmark.Plan(kills, 5, seed, Duration.ofHours(1)), said::add).run();

        assertThat(figures.faults()).as("seed %d", seed).isEmpty();
        assertThat(figures.isOnTarget()).as("seed %d: %s", seed, figures).isTrue();
        assertThat(figures.kills()).isGreaterThanOrEqualTo(kills);
        assertThat(figures.kinds().stream().map(ChaosFigures.Kind::name))
                .contains(
                        "load of tables killed",
                        "load of logs killed",
                        "alerts' sender killed",
                        "warehouse's server killed");
    }
}
