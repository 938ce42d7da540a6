package scenariorca.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What people decided about patterns hangs on their fingerprints, which are kept in warehouses. */
final class FingerprintsTest {
    /**
     * @param fingerprint that a warehouse keeps for it
     * @param text of an error
     */
    private record Kept(String fingerprint, String text) {}

    /** What the warehouse's memory holds of messages that begin with a code, which was no part of their pattern then. */
    private static final List<String> MASKED =
            List.of("<*>: Request exceeded the limit", "ORA-<*>: internal error code, arguments: [<*>]");

    private static Stream<Kept> kept() {
        return DataLines.read("/errors/fingerprints.tsv", 2).stream()
                .map(row -> new Kept(row[0], row[1].replace('¶', '\n').replace('⇥', '\t')));
    }

    @Test
    void errors_of_a_warehouse_keep_their_fingerprints() {
        var memory = new ClassifierMemory();
        MASKED.forEach(signature -> memory.add(
                "signature",
                "[\"" + signature + "\",\"" + MinedPattern.of(signature).fingerprint() + "\"]"));
        ClassifierState state = memory.state();
        List<String> changed = kept().filter(one -> !ErrorClassifier.resume(state)
                        .classify(one.text())
                        .fingerprint()
                        .equals(one.fingerprint()))
                .map(Kept::text)
                .toList();

        assertThat(kept()).hasSizeGreaterThan(200);
        assertThat(changed).isEmpty();
    }
}
