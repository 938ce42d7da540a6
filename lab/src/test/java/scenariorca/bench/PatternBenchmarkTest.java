package scenariorca.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import scenariorca.errors.HoleWeights;
import scenariorca.platform.ErrorCode;
import scenariorca.platform.RcaException;

final class PatternBenchmarkTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void scores_follow_their_definitions() {
        // Groups: {1,2} right, {3,4} found as one with {5}: one of three true groups, one of two found ones.
        PatternScore score = PatternScore.of(List.of("a", "a", "b", "b", "c"), List.of("a", "a", "b", "b", "b"));

        assertThat(score.ga()).isEqualTo(0.4);
        assertThat(score.pa()).isEqualTo(0.8);
        assertThat(score.fga()).isCloseTo(2 * 0.5 * (1 / 3.0) / (0.5 + 1 / 3.0), within(1e-9));
        assertThat(score.fta()).isEqualTo(score.fga());
    }

    @Test
    void a_labelled_set_is_measured_and_what_was_found_is_written() throws Exception {
        Files.writeString(directory.resolve("Tiny.csv"), """
                LineId,Content,EventId,EventTemplate
                1,"read 12 rows, took 3 ms",E1,"read <*> rows, took <*> ms"
                2,"read 7 rows, took 45 ms",E1,"read <*> rows, took <*> ms"
                3,"said ""no"" twice",E2,"said ""no"" twice"
                """);

        List<LabelledLines> sets = LabelledLines.in(directory);
        PatternBenchmark.SetResult result = PatternBenchmark.run(sets).getFirst();
        PatternBenchmark.write(sets, directory.resolve("out"));

        assertThat(result.name()).isEqualTo("Tiny");
        assertThat(result.score()).isEqualTo(new PatternScore(1, 1, 1, 1));
        assertThat(result.shuffleSpread()).isZero();
        assertThat(result.stableLines()).isEqualTo(1);
        assertThat(Files.readAllLines(directory.resolve("out/Tiny.csv")))
                .hasSize(4)
                .element(3)
                .asString()
                .endsWith(",\"said \"\"no\"\" twice\"");
    }

    @Test
    void each_set_is_held_out_once_and_weights_are_chosen_on_the_others() throws Exception {
        String header = "LineId,Content,EventId,EventTemplate\n";
        // Two colours are two templates with the product's weights, one with heavier ones; the other set wants it so.
        for (String name : List.of("One", "Other", "Third")) {
            Files.writeString(
                    directory.resolve(name + ".csv"),
                    header
                            + "1,painted wall Blue,E1,painted wall <*>\n2,painted wall Green,E1,painted wall <*>\n"
                            + "3,painted wall Black,E1,painted wall <*>\n");
        }

        PatternHoldOut all = PatternHoldOut.of(LabelledLines.in(directory), 1);
        List<PatternHoldOut.HeldOut> held = all.eachLeftOut();

        assertThat(held).extracting(PatternHoldOut.HeldOut::name).containsExactly("One", "Other", "Third");
        assertThat(held).allSatisfy(one -> {
            assertThat(one.weights().plainWord()).isGreaterThan(HoleWeights.STANDARD.plainWord());
            assertThat(one.score().ga()).isEqualTo(1);
        });
        assertThat(PatternBenchmark.run(LabelledLines.in(directory)))
                .allSatisfy(result -> assertThat(result.score().ga()).isZero());
        assertThat(all.otherHalf())
                .extracting(PatternHoldOut.HeldOut::weights)
                .containsOnly(held.getFirst().weights());
        assertThat(PatternHoldOut.of(LabelledLines.in(directory).subList(0, 1), 1)
                        .eachLeftOut())
                .isEmpty();
    }

    @Test
    void a_directory_that_is_not_there_is_named() {
        assertThatThrownBy(() -> LabelledLines.in(directory.resolve("nothing")))
                .isInstanceOfSatisfying(RcaException.class, failure -> {
                    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_INPUT);
                    assertThat(failure).hasMessageContaining("nothing").hasMessageContaining("EventTemplate");
                });
    }
}
