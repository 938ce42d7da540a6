package scenariorca.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class BackoffTest {
    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    @Test
    void waits_double_up_to_a_bound_that_no_number_of_failures_passes() {
        var backoff = new Backoff(FIRST, LONGEST, new Random(1));
        for (int failures = 1; failures < 500; failures++) {
            Duration full = failures > 9 ? LONGEST : FIRST.multipliedBy(1L << (failures - 1));
            assertThat(backoff.after(failures)).as("after %d", failures).isBetween(full.dividedBy(2), full);
        }
        assertThat(backoff.after(Integer.MAX_VALUE)).isBetween(LONGEST.dividedBy(2), LONGEST);
    }

    @Test
    void programs_that_failed_together_do_not_come_back_together() {
        Set<Duration> waits = new HashSet<>();
        for (int seed = 0; seed < 50; seed++) {
            waits.add(new Backoff(FIRST, LONGEST, new Random(seed)).after(4));
        }
        assertThat(waits).hasSizeGreaterThan(40);
    }
}
