package scenariorca.cloudwatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class RateGateTest {
    private long now = Long.MAX_VALUE - 5;
    private final List<Duration> waits = new ArrayList<>();

    @Test
    void calls_are_spaced_evenly_and_an_idle_time_is_not_saved_up() throws InterruptedException {
        var gate = new RateGate(5, () -> now, time -> {
            waits.add(time);
            now += time.toNanos();
        });

        gate.pass();
        gate.pass();
        gate.pass();
        now += Duration.ofSeconds(10).toNanos();
        gate.pass();
        gate.pass();

        assertThat(waits).containsExactly(Duration.ofMillis(200), Duration.ofMillis(200), Duration.ofMillis(200));
    }
}
