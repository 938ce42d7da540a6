package scenariorca.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

final class RunTotalsTest {
    @Test
    void the_success_rate_is_of_finished_runs_timeouts_included() {
        assertThat(new RunTotals(2, 1, 0).successRatePct()).hasValue(new BigDecimal("66.67"));
        assertThat(new RunTotals(1, 0, 7).successRatePct()).hasValue(new BigDecimal("12.50"));
        assertThat(new RunTotals(5, 0, 0).successRatePct()).hasValue(new BigDecimal("100.00"));
    }

    @Test
    void without_a_finished_run_there_is_no_rate() {
        assertThat(new RunTotals(0, 0, 0).successRatePct()).isEmpty();
    }

    @Test
    void a_negative_count_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new RunTotals(0, -1, 0));
    }
}
