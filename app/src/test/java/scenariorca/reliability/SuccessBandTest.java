package scenariorca.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The interval in which the true share of successes lies. */
final class SuccessBandTest {
    @Test
    void it_is_the_interval_of_wilson() {
        SuccessBand band = SuccessBand.of(new RunTotals(9, 1, 0)).orElseThrow();

        assertThat(band.share()).isEqualTo(0.9);
        assertThat(band.low()).isCloseTo(0.596, within(0.001));
        assertThat(band.high()).isCloseTo(0.982, within(0.001));
    }

    @Test
    void one_run_proves_little_and_no_run_nothing() {
        SuccessBand band = SuccessBand.of(new RunTotals(1, 0, 0)).orElseThrow();

        assertThat(band.low()).isCloseTo(0.207, within(0.001));
        assertThat(band.high()).isEqualTo(1.0);
        assertThat(SuccessBand.of(new RunTotals(0, 0, 0))).isEmpty();
    }

    @Test
    void more_runs_of_the_same_share_make_it_narrower() {
        double before = 1;
        for (int runs = 10; runs <= 10_000; runs *= 10) {
            SuccessBand band = SuccessBand.of(new RunTotals(runs * 8L / 10, runs * 2L / 10, 0))
                    .orElseThrow();
            assertThat(band.low()).isLessThan(0.8);
            assertThat(band.high()).isGreaterThan(0.8);
            assertThat(band.high() - band.low()).isLessThan(before);
            before = band.high() - band.low();
        }
    }
}
