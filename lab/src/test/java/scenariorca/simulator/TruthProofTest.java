package scenariorca.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The sample's size is the system property {@code simulator.proof}, by default 5 of each kind. */
final class TruthProofTest {
    @Test
    void every_planted_cause_is_the_whole_cause() {
        int wanted = Integer.getInteger("simulator.proof", 5);

        TruthProof proof = TruthProof.of(wanted);

        assertThat(proof.refuted()).isEmpty();
        assertThat(proof.proven().keySet()).containsExactlyInAnyOrderElementsOf(TruthProof.KINDS);
        assertThat(proof.proven().values()).allMatch(count -> count == wanted);
    }

    @Test
    void a_wrong_cause_would_be_refuted() {
        // The proof itself must be able to fail: it is given a line whose cause is another node's.
        assertThat(TruthProof.holdsWithAnotherCause()).isFalse();
    }
}
