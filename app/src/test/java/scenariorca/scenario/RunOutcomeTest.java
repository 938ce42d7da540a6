package scenariorca.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RunOutcomeTest {
    @ParameterizedTest
    @CsvSource({
        "success, SUCCESS",
        "SUCCEEDED, SUCCESS",
        "Completed, SUCCESS",
        "complete, SUCCESS",
        "OK, SUCCESS",
        "done, SUCCESS",
        "failed, FAILED",
        "FAILURE, FAILED",
        "Error, FAILED",
        "errored, FAILED",
        "timeout, TIMEOUT",
        "TIMED OUT, TIMEOUT",
        "timed_out, TIMEOUT",
        "Time-Out, TIMEOUT",
        "in progress, IN_PROGRESS",
        "IN_PROGRESS, IN_PROGRESS",
        "In-Progress, IN_PROGRESS",
        "RUNNING, IN_PROGRESS",
        "pending, IN_PROGRESS",
        "queued, IN_PROGRESS",
        "started, IN_PROGRESS",
        "PROCESSING, IN_PROGRESS",
        "cancelled, UNKNOWN",
        "successfully failed, UNKNOWN",
        "'', UNKNOWN"
    })
    void every_spelling_of_a_status_has_one_outcome(String word, RunOutcome outcome) {
        assertThat(RunOutcome.of(word)).isEqualTo(outcome);
        assertThat(RunOutcome.of("  " + word + " ")).isEqualTo(outcome);
    }

    @Test
    void a_missing_word_is_unknown_and_every_outcome_reads_its_own_word() {
        assertThat(RunOutcome.of(null)).isEqualTo(RunOutcome.UNKNOWN);

        for (RunOutcome outcome : RunOutcome.values()) {
            assertThat(RunOutcome.of(outcome.word())).isEqualTo(outcome);
        }
    }
}
