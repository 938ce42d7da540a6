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

    private static Stream<Kept> kept() {
        return DataLines.read("/errors/fingerprints.tsv", 2).stream()
                .map(row -> new Kept(row[0], row[1].replace('¶', '\n').replace('⇥', '\t')));
    }

    @Test
    void errors_of_a_warehouse_keep_their_fingerprints() {
        List<String> changed = kept().filter(one -> !ErrorClassifier.standard()
                        .classify(one.text())
                        .fingerprint()
                        .equals(one.fingerprint()))
                .map(Kept::text)
                .toList();

        assertThat(kept()).hasSizeGreaterThan(200);
        assertThat(changed).isEmpty();
    }
}
